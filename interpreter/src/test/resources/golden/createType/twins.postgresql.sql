-- upgrade, reversible
-- together:
create type mood as enum ('ok', 'OK');
create table t (
  a mood
);
-- end

-- downgrade, lossy
-- together:
drop table t;
drop type mood;
-- end
