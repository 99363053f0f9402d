-- upgrade, reversible
-- note, line 5: SQLite has no indexes built concurrently: left out
-- together:
create index ix_orders_state on orders (state);
drop index ix_orders_state_total;
drop index if exists "nothing";
drop index ix_orders_state;
create index by_state on orders (state);
drop index by_state;
-- end

-- downgrade, reversible
-- note, line 5: SQLite has no indexes built concurrently: left out
-- together:
create index by_state on orders (state);
drop index by_state;
create index ix_orders_state on orders (state);
create index ix_orders_state_total on orders (state, total desc);
drop index ix_orders_state;
-- end
