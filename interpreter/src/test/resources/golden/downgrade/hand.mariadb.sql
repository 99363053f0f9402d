-- upgrade, lossy
alter table users add column first longtext;
update users set first = (name);
alter table users drop column name;

-- downgrade, lossy
alter table users add column name longtext;
update users set name = (first);
alter table users drop column first;
