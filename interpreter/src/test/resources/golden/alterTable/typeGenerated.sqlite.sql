-- upgrade, reversible
-- together:
create table t (
  id integer,
  twice integer generated always as (id * 2) stored
);
insert into t (id) values (3);
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id integer,
  twice bigint generated always as (id * 2) stored
);
insert into "mig_new_t" (rowid, id)
select rowid, id from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id integer,
  twice integer generated always as (id * 2) stored
);
insert into "mig_new_t" (rowid, id)
select rowid, id from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
drop table t;
-- end
