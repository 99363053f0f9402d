-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
update people set name = 'x' where (name is null) -- in batches of 100;
update people set name = 'y' -- in batches of 2;

-- downgrade, lossy
drop table people;
