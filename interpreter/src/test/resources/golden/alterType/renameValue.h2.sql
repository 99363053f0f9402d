-- upgrade, reversible
create domain mood as enum ('calm', 'cross');
create table t (
  a mood default 'calm' not null,
  b mood
);
insert into t (a, b) values ('calm', 'cross');
create domain mood_mig_new as enum ('quiet', 'cross');
alter table t alter column a set data type mood_mig_new using cast(case cast(a as varchar) when 'calm' then 'quiet' else cast(a as varchar) end as mood_mig_new);
alter table t alter column a set default 'quiet';
alter table t alter column b set data type mood_mig_new using cast(case cast(b as varchar) when 'calm' then 'quiet' else cast(b as varchar) end as mood_mig_new);
drop domain mood;
alter domain mood_mig_new rename to mood;

-- downgrade, lossy
create domain mood_mig_new as enum ('calm', 'cross');
alter table t alter column a set data type mood_mig_new using cast(case cast(a as varchar) when 'quiet' then 'calm' else cast(a as varchar) end as mood_mig_new);
alter table t alter column a set default 'calm';
alter table t alter column b set data type mood_mig_new using cast(case cast(b as varchar) when 'quiet' then 'calm' else cast(b as varchar) end as mood_mig_new);
drop domain mood;
alter domain mood_mig_new rename to mood;
drop table t;
drop domain mood;
