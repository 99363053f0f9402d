-- upgrade, lossy
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people drop column name;

-- downgrade, lossy
alter table people add column name varchar(20);
drop table people;
