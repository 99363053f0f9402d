-- upgrade, lossy
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people add column name_mig_new integer after name;
update people set name_mig_new = (length(name));
alter table people drop column name, change column name_mig_new name integer;

-- downgrade, lossy
alter table people add column name_mig_new varchar(20) after name;
update people set name_mig_new = ('x');
alter table people drop column name, change column name_mig_new name varchar(20);
drop table people;
