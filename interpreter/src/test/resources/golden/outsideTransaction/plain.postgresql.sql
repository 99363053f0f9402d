-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
insert into people (id) values (1);
update people set name = 'a';

-- downgrade, lossy
drop table people;
