-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
insert into people (id, name) values
  (1, 'ann'),
  (2, 'bob');

-- downgrade, lossy
drop table people;
