-- upgrade, lossy
-- together:
alter table orders drop constraint pk_orders;
alter table orders drop column state;
alter table orders add constraint pk_orders primary key (id);
-- end

-- downgrade, reversible
-- together:
alter table orders drop constraint pk_orders;
alter table orders add column state integer default 0 not null, add constraint uq_orders_user_id_state unique (user_id, state), add constraint ck_orders_1 check (total > state);
create index ix_orders_state_total on orders (state, total);
alter table orders add constraint pk_orders primary key (id, state);
-- end
