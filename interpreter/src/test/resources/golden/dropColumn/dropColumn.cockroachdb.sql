-- upgrade, lossy
alter table orders drop column total;
alter table orders drop column state;

-- downgrade, reversible
alter table orders add column state varchar(16) default 'new';
update orders set state = ('old');
alter table orders alter column state set not null;
alter table orders add column total numeric(12, 2) default 0 not null;
alter table orders add constraint ck_total check (total >= 0 and state <> 'total');
create index ix_orders_state_total on orders (state, total desc);
