-- upgrade, reversible
-- together:
create type mood as enum ('calm', 'it''s', 'cross');
create table t (
  a mood default 'calm' not null
);
-- end

-- downgrade, lossy
-- together:
drop table t;
drop type mood;
-- end
