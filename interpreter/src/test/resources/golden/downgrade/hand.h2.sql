-- upgrade, lossy
alter table users add column first character varying;
update users set first = (name);
alter table users drop column name;

-- downgrade, lossy
alter table users add column name character varying;
update users set name = (first);
alter table users drop column first;
