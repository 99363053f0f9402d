-- upgrade, lossy
alter table orders drop primary key;
alter table orders drop index uq_orders_user_id_state, add index fk_orders_user_id_users (user_id), drop constraint ck_orders_1, drop index ix_orders_state_total, drop column state;
alter table orders add primary key (id);

-- downgrade, reversible
alter table orders drop primary key;
alter table orders add column state integer not null default 0;
alter table orders add constraint uq_orders_user_id_state unique (user_id, state), drop index if exists fk_orders_user_id_users, add constraint ck_orders_1 check (total > state);
create index ix_orders_state_total on orders (state, total);
alter table orders add primary key (id, state);
