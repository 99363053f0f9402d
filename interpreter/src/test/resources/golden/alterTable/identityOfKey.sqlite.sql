-- upgrade, reversible
-- together:
create table t (
  id bigint not null,
  n integer,
  constraint pk_t primary key (id)
);
insert into t (id, n) values (7, 1);
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id integer constraint pk_t primary key autoincrement,
  n integer
);
insert into "mig_new_t" (id, n)
select id, n from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
insert into t (n) values (2);
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id bigint constraint pk_t primary key not null,
  n integer
);
insert into "mig_new_t" (rowid, id, n)
select rowid, id, n from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
drop table t;
-- end
