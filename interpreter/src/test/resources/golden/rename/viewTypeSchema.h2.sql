-- upgrade, reversible
create domain mood as enum ('calm');
create schema s;
create view v as
select 1 as a;
alter domain mood rename to humour;
alter schema s rename to s2;
alter view v rename to w;

-- downgrade, reversible
alter view w rename to v;
alter schema s2 rename to s;
alter domain humour rename to mood;
drop view v;
drop schema s;
drop domain mood;
