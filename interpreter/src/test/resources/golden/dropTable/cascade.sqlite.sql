-- upgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint not null,
  state varchar(16) default 'new' not null,
  total decimal(12, 2) default 0 not null,
  constraint pk_orders primary key (id),
  constraint ck_total check (total >= 0 and state <> 'total')
);
insert into "mig_new_orders" (rowid, id, user_id, state, total)
select rowid, id, user_id, state, total from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_state_total on orders (state, total desc);
drop table users;
-- end

-- downgrade, reversible
-- together:
create table users (
  id integer constraint pk_users primary key autoincrement,
  email varchar(200) not null,
  name text,
  age integer default 0,
  constraint uq_users_email unique (email),
  constraint ck_users_age check (age >= 0)
);
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint not null,
  state varchar(16) default 'new' not null,
  total decimal(12, 2) default 0 not null,
  constraint pk_orders primary key (id),
  constraint ck_total check (total >= 0 and state <> 'total'),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id) on delete cascade
);
insert into "mig_new_orders" (rowid, id, user_id, state, total)
select rowid, id, user_id, state, total from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_state_total on orders (state, total desc);
-- end
