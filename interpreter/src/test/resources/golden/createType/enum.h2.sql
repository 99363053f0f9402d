-- upgrade, reversible
create domain mood as enum ('calm', 'it''s', 'cross');
create table t (
  a mood default 'calm' not null
);

-- downgrade, lossy
drop table t;
drop domain mood;
