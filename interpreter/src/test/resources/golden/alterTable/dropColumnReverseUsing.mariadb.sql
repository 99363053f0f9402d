-- upgrade, lossy
create table people (
  id bigint not null,
  name varchar(20) not null,
  primary key (id)
);
alter table people drop column if exists name;

-- downgrade, lossy
alter table people add column name varchar(20);
update people set name = ('nobody');
alter table people modify column name varchar(20) not null;
drop table people;
