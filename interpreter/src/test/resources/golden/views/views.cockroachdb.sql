-- upgrade, reversible
create view big as
select * from users;
create or replace view big as
select id from users;
alter view big rename to large;
drop view large;
drop view if exists large;
create materialized view m as
select 1 as one;
create index ix_m_one on m (one);
refresh materialized view m;
drop materialized view m;

-- downgrade, reversible
create materialized view m as
select 1 as one;
create index ix_m_one on m (one);
drop index ix_m_one;
drop materialized view m;
create view large as
select id from users;
alter view large rename to big;
drop view big;
create view big as
select * from users;
drop view big;
