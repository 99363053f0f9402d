-- upgrade, lossy
-- together:
alter table users add column first text;
update users set first = (name);
alter table users drop column name;
-- end

-- downgrade, lossy
-- together:
alter table users add column name text;
update users set name = (first);
alter table users drop column first;
-- end
