-- upgrade, reversible
-- together:
create type mood as enum ('calm', 'cross');
drop type mood;
-- end

-- downgrade, reversible
-- together:
create type mood as enum ('calm', 'cross');
drop type mood;
-- end
