-- upgrade, reversible
drop view names;
alter table t rename column name to title;
create view names as
select id, title from t;

-- downgrade, reversible
drop view names;
alter table t rename column title to name;
create view names as
select id, name from t;
