-- upgrade, reversible
-- together:
alter table orders add column state varchar(16) default 'new' not null;
create index ix_orders_user_id_state on orders (user_id, state);
drop index ix_orders_user_id;
-- end

-- downgrade, lossy
-- together:
create index ix_orders_user_id on orders (user_id);
drop index ix_orders_user_id_state;
alter table orders drop column state;
-- end
