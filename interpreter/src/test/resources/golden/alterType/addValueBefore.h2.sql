-- upgrade, irreversible
create domain mood as enum ('calm', 'cross');
create table t (
  a mood default 'calm' not null,
  b mood
);
create domain mood_mig_new as enum ('calm', 'glad', 'cross');
alter table t alter column a set data type mood_mig_new using cast(cast(a as varchar) as mood_mig_new);
alter table t alter column b set data type mood_mig_new using cast(cast(b as varchar) as mood_mig_new);
drop domain mood;
alter domain mood_mig_new rename to mood;
create domain mood_mig_new as enum ('calm', 'glad', 'cross', 'sad');
alter table t alter column a set data type mood_mig_new using cast(cast(a as varchar) as mood_mig_new);
alter table t alter column b set data type mood_mig_new using cast(cast(b as varchar) as mood_mig_new);
drop domain mood;
alter domain mood_mig_new rename to mood;

-- no way back: revision "case" cannot be undone
