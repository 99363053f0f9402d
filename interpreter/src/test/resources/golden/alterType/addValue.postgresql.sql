-- upgrade, irreversible
-- together:
create type mood as enum ('calm', 'cross');
create table t (
  a mood default 'calm' not null,
  b mood
);
alter type mood add value if not exists 'glad';
-- end

-- no way back: revision "case" cannot be undone
