-- upgrade, lossy
alter table orders drop constraint ck_total, drop index ix_orders_state_total, drop column total, drop column state;

-- downgrade, reversible
alter table orders add column state varchar(16) default 'new';
update orders set state = ('old');
alter table orders modify column state varchar(16) not null default 'new', add column total decimal(12, 2) not null default 0, add constraint ck_total check (total >= 0 and state <> 'total');
create index ix_orders_state_total on orders (state, total desc);
