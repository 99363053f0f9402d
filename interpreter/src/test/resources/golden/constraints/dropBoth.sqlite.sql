-- upgrade, reversible
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  constraint pk_orders primary key (id)
);
insert into "mig_new_orders" (rowid, id, user_id)
select rowid, id, user_id from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;

-- downgrade, reversible
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id),
  constraint uq_orders_user_id unique (user_id)
);
insert into "mig_new_orders" (rowid, id, user_id)
select rowid, id, user_id from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
