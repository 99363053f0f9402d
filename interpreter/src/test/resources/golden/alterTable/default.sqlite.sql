-- upgrade, reversible
-- together:
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
-- alter table people: nothing changes;
-- end

-- downgrade, lossy
-- together:
-- alter table people: nothing changes;
drop table people;
-- end
