-- upgrade, reversible
-- note, line 5: CockroachDB has no indexes built concurrently: left out
create index ix_orders_state on orders (state);
drop index ix_orders_state_total;
drop index if exists nothing;
alter index ix_orders_state rename to by_state;
drop index by_state;

-- downgrade, reversible
-- note, line 5: CockroachDB has no indexes built concurrently: left out
create index by_state on orders (state);
alter index by_state rename to ix_orders_state;
create index ix_orders_state_total on orders (state, total desc);
drop index ix_orders_state;
