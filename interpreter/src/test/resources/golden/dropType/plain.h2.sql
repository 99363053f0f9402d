-- upgrade, reversible
create domain mood as enum ('calm', 'cross');
drop domain mood;

-- downgrade, reversible
create domain mood as enum ('calm', 'cross');
drop domain mood;
