-- upgrade, reversible
-- together:
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id integer not null,
  user_id integer,
  constraint pk_orders primary key (id)
);
insert into "mig_new_orders" (id, user_id)
select id, user_id from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_users" (
  id bigint not null,
  constraint pk_users primary key (id)
);
insert into "mig_new_users" (rowid, id)
select rowid, id from users;
drop table users;
alter table "mig_new_users" rename to users;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id integer not null,
  user_id bigint,
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id)
);
insert into "mig_new_orders" (id, user_id)
select id, user_id from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id integer not null,
  user_id integer,
  constraint pk_orders primary key (id)
);
insert into "mig_new_orders" (id, user_id)
select id, user_id from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_users" (
  id integer not null,
  constraint pk_users primary key (id)
);
insert into "mig_new_users" (id)
select id from users;
drop table users;
alter table "mig_new_users" rename to users;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id integer not null,
  user_id integer,
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id)
);
insert into "mig_new_orders" (id, user_id)
select id, user_id from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
-- end
