-- upgrade, reversible
-- together:
drop view names;
alter table t rename column name to title;
create view names as
select id, title from t;
-- end

-- downgrade, reversible
-- together:
drop view names;
alter table t rename column title to name;
create view names as
select id, name from t;
-- end
