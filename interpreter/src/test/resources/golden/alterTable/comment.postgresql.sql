-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
comment on column people.name is 'first';
comment on column people.name is null;
-- end

-- downgrade, lossy
-- together:
comment on column people.name is 'first';
comment on column people.name is null;
drop table people;
-- end
