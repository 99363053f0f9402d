-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people rename to persons;
-- end

-- downgrade, lossy
-- together:
alter table persons rename to people;
drop table people;
-- end
