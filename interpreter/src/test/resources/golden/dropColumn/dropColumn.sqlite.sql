-- upgrade, lossy
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint not null,
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id) on delete cascade
);
insert into "mig_new_orders" (rowid, id, user_id)
select rowid, id, user_id from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
-- fails where a view or trigger needs what is gone
alter table orders rename column id to id;

-- downgrade, reversible
-- together:
alter table orders add column state varchar(16) default 'new';
update orders set state = ('old');
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint not null,
  state varchar(16) default 'new' not null,
  total decimal(12, 2) default 0 not null,
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id) on delete cascade,
  constraint ck_total check (total >= 0 and state <> 'total')
);
insert into "mig_new_orders" (rowid, id, user_id, state)
select rowid, id, user_id, state from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_state_total on orders (state, total desc);
-- end
