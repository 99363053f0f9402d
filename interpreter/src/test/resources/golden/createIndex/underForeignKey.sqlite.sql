-- upgrade, reversible
-- together:
create index ix_orders_user_id_state on orders (user_id, state);
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  state integer,
  boss_id bigint constraint fk_orders_boss_id_users references users (id),
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id),
  constraint uq_orders_boss_id unique (boss_id)
);
insert into "mig_new_orders" (rowid, id, user_id, state)
select rowid, id, user_id, state from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_user_id_state on orders (user_id, state);
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_orders" (
  id bigint not null,
  user_id bigint,
  state integer,
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id)
);
insert into "mig_new_orders" (rowid, id, user_id, state)
select rowid, id, user_id, state from orders;
drop table orders;
alter table "mig_new_orders" rename to orders;
pragma legacy_alter_table = off;
create index ix_orders_user_id_state on orders (user_id, state);
-- fails where a view or trigger needs what is gone
alter table orders rename column id to id;
drop index ix_orders_user_id_state;
-- end
