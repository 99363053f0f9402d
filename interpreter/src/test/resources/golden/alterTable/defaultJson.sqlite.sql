-- upgrade, reversible
-- together:
create table t (
  a text
);
pragma legacy_alter_table = on;
create table "mig_new_t" (
  a text default '[]'
);
insert into "mig_new_t" (rowid, a)
select rowid, a from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_t" (
  a text
);
insert into "mig_new_t" (rowid, a)
select rowid, a from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
drop table t;
-- end
