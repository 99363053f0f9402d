-- upgrade, reversible
-- together:
create table t (
  a text default 'calm' not null check (a in ('calm', 'cross')),
  b text check (b in ('calm', 'cross'))
);
insert into t (a, b) values ('calm', 'cross');
pragma legacy_alter_table = on;
create table "mig_new_t" (
  a text not null check (a in ('quiet', 'cross')) default 'quiet',
  b text check (b in ('quiet', 'cross'))
);
insert into "mig_new_t" (rowid, a, b)
select rowid, (case a when 'calm' then 'quiet' else a end), (case b when 'calm' then 'quiet' else b end) from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_t" (
  a text not null check (a in ('calm', 'cross')) default 'calm',
  b text check (b in ('calm', 'cross'))
);
insert into "mig_new_t" (rowid, a, b)
select rowid, (case a when 'quiet' then 'calm' else a end), (case b when 'quiet' then 'calm' else b end) from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
drop table t;
-- end
