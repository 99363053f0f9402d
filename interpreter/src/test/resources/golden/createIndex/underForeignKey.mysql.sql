-- upgrade, reversible
alter table orders add index ix_orders_user_id_state (user_id, state), drop index fk_orders_user_id_users;
alter table orders add column boss_id bigint, add constraint fk_orders_boss_id_users foreign key (boss_id) references users (id);
alter table orders add constraint uq_orders_boss_id unique (boss_id), drop index fk_orders_boss_id_users;

-- downgrade, lossy
alter table orders drop index uq_orders_boss_id, drop foreign key fk_orders_boss_id_users, drop column boss_id;
alter table orders drop index ix_orders_user_id_state, add index fk_orders_user_id_users (user_id);
