-- upgrade, irreversible
-- note, line 6: YugabyteDB has no indexes built concurrently: left out
create index ix_orders_state on orders (state);
create unique index ux on orders using btree ((lower(state)) varchar_ops desc nulls last, total) include (user_id) where (total > 0);
create index if not exists ix_orders_expr_id on orders (lower(state), id);

-- no way back: revision "case" cannot be undone
