-- upgrade, lossy
-- together:
create table t (
  a varchar(10) default 'calm'
);
pragma legacy_alter_table = on;
create table "mig_new_t" (
  a text default 'calm' check (a in ('calm', 'cross'))
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
  a varchar(10) default 'calm'
);
insert into "mig_new_t" (rowid, a)
select rowid, a from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
drop table t;
-- end
