-- upgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  state integer default 0 not null,
  total integer,
  constraint fk_orders_user_id_users foreign key (user_id) references users (id),
  constraint uq_orders_user_id_state unique (user_id, state),
  constraint ck_orders_1 check (total > state)
);
insert into "mig_new_orders" (rowid, id, user_id, state, total)
select rowid, id, user_id, state, total from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_state_total on orders (state, total);
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  total integer,
  constraint fk_orders_user_id_users foreign key (user_id) references users (id)
);
insert into "mig_new_orders" (rowid, id, user_id, total)
select rowid, id, user_id, total from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
-- fails where a view or trigger needs what is gone
alter table orders rename column id to id;
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  total integer,
  constraint fk_orders_user_id_users foreign key (user_id) references users (id),
  constraint pk_orders primary key (id)
);
insert into "mig_new_orders" (rowid, id, user_id, total)
select rowid, id, user_id, total from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
-- end

-- downgrade, reversible
-- together:
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  total integer,
  constraint fk_orders_user_id_users foreign key (user_id) references users (id)
);
insert into "mig_new_orders" (rowid, id, user_id, total)
select rowid, id, user_id, total from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  total integer,
  state integer default 0 not null,
  constraint fk_orders_user_id_users foreign key (user_id) references users (id),
  constraint uq_orders_user_id_state unique (user_id, state),
  constraint ck_orders_1 check (total > state)
);
insert into "mig_new_orders" (rowid, id, user_id, total)
select rowid, id, user_id, total from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_state_total on orders (state, total);
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  total integer,
  state integer default 0 not null,
  constraint fk_orders_user_id_users foreign key (user_id) references users (id),
  constraint uq_orders_user_id_state unique (user_id, state),
  constraint ck_orders_1 check (total > state),
  constraint pk_orders primary key (id, state)
);
insert into "mig_new_orders" (rowid, id, user_id, total, state)
select rowid, id, user_id, total, state from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_state_total on orders (state, total);
-- end
