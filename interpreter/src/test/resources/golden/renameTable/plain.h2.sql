-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people rename to persons;

-- downgrade, lossy
alter table persons rename to people;
drop table people;
