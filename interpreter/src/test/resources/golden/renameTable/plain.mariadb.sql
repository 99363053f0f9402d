-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
rename table people to persons;

-- downgrade, lossy
rename table persons to people;
drop table people;
