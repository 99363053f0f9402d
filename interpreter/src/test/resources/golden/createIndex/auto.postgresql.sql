-- upgrade, reversible
create index concurrently ix_orders_state on orders (state);
-- together:
drop index ix_orders_state_total;
drop index if exists nothing;
alter index ix_orders_state rename to by_state;
drop index by_state;
-- end

-- downgrade, reversible
-- together:
create index by_state on orders (state);
alter index by_state rename to ix_orders_state;
create index ix_orders_state_total on orders (state, total desc);
-- end
drop index concurrently ix_orders_state;
