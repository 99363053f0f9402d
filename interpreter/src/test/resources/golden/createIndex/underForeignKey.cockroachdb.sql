-- upgrade, reversible
create index ix_orders_user_id_state on orders (user_id, state);
alter table orders add column boss_id bigint;
alter table orders add constraint fk_orders_boss_id_users foreign key (boss_id) references users (id);
alter table orders add constraint uq_orders_boss_id unique (boss_id);

-- downgrade, lossy
alter table orders drop constraint uq_orders_boss_id;
alter table orders drop constraint fk_orders_boss_id_users;
alter table orders drop column boss_id;
drop index ix_orders_user_id_state;
