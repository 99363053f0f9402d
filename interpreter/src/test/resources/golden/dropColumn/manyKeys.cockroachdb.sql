-- upgrade, lossy
alter table orders drop constraint pk_orders;
alter table orders drop column state;
alter table orders add constraint pk_orders primary key (id);

-- downgrade, reversible
alter table orders drop constraint pk_orders;
alter table orders add column state integer default 0 not null;
alter table orders add constraint uq_orders_user_id_state unique (user_id, state);
alter table orders add constraint ck_orders_1 check (total > state);
create index ix_orders_state_total on orders (state, total);
alter table orders add constraint pk_orders primary key (id, state);
