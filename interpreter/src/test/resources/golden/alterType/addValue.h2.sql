-- upgrade, irreversible
create domain mood as enum ('calm', 'cross');
create table t (
  a mood default 'calm' not null,
  b mood
);
alter type mood add value 'glad';

-- no way back: revision "case" cannot be undone
