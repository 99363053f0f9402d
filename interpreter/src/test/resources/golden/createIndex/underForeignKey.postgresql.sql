-- upgrade, reversible
-- together:
create index ix_orders_user_id_state on orders (user_id, state);
alter table orders add column boss_id bigint, add constraint fk_orders_boss_id_users foreign key (boss_id) references users (id);
alter table orders add constraint uq_orders_boss_id unique (boss_id);
-- end

-- downgrade, lossy
-- together:
alter table orders drop constraint uq_orders_boss_id, drop constraint fk_orders_boss_id_users, drop column boss_id;
drop index ix_orders_user_id_state;
-- end
