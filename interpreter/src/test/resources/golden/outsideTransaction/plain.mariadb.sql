-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
insert into people (id) values (1);
update people set name = 'a';

-- downgrade, lossy
drop table people;
