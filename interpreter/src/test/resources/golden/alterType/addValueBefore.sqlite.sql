-- upgrade, irreversible
-- together:
create table t (
  a text default 'calm' not null check (a in ('calm', 'cross')),
  b text check (b in ('calm', 'cross'))
);
pragma legacy_alter_table = on;
create table "mig_new_t" (
  a text default 'calm' not null check (a in ('calm', 'glad', 'cross')),
  b text check (b in ('calm', 'glad', 'cross'))
);
insert into "mig_new_t" (rowid, a, b)
select rowid, a, b from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_t" (
  a text default 'calm' not null check (a in ('calm', 'glad', 'cross', 'sad')),
  b text check (b in ('calm', 'glad', 'cross', 'sad'))
);
insert into "mig_new_t" (rowid, a, b)
select rowid, a, b from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
-- end

-- no way back: revision "case" cannot be undone
