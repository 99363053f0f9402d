-- upgrade, reversible
-- together:
create type mood as enum ('ok', 'OK');
create table t (
  a mood
);
-- end

-- no way back: revision "case" cannot be undone
