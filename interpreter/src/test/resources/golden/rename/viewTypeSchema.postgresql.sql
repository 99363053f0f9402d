-- upgrade, reversible
-- together:
create type mood as enum ('calm');
create schema s;
create view v as
select 1 as a;
alter type mood rename to humour;
alter schema s rename to s2;
alter view v rename to w;
-- end

-- downgrade, reversible
-- together:
alter view w rename to v;
alter schema s2 rename to s;
alter type humour rename to mood;
drop view v;
drop schema s;
drop type mood;
-- end
