-- upgrade, reversible
alter table orders add column state varchar(16) not null default 'new';
create index ix_orders_user_id_state on orders (user_id, state);
alter table orders drop index ix_orders_user_id;

-- downgrade, lossy
create index ix_orders_user_id on orders (user_id);
alter table orders drop index ix_orders_user_id_state;
alter table orders drop column state;
