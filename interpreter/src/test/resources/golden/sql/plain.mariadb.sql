-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create view raw_names as select name from people;

-- downgrade, lossy
drop view raw_names;
drop table people;
