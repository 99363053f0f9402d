-- upgrade, reversible
alter table t rename column name to title;

-- downgrade, reversible
alter table t rename column title to name;
