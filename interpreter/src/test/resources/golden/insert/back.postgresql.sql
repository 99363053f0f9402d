-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
insert into people (id, name) values
  (1, 'ann'),
  (2, 'bob');
-- end

-- downgrade, lossy
drop table people;
