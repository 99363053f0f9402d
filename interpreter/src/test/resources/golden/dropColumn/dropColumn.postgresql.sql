-- upgrade, lossy
alter table orders drop column total, drop column state;

-- downgrade, reversible
-- together:
alter table orders add column state varchar(16) default 'new';
update orders set state = ('old');
alter table orders alter column state set not null;
alter table orders add column total numeric(12, 2) default 0 not null, add constraint ck_total check (total >= 0 and state <> 'total');
create index ix_orders_state_total on orders (state, total desc);
-- end
