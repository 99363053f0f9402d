-- upgrade, reversible
-- together:
create type mood as enum ('calm', 'cross');
create table t (
  a mood default 'calm' not null,
  b mood
);
insert into t (a, b) values ('calm', 'cross');
alter type mood rename value 'calm' to 'quiet';
-- end

-- downgrade, lossy
-- together:
alter type mood rename value 'quiet' to 'calm';
drop table t;
drop type mood;
-- end
