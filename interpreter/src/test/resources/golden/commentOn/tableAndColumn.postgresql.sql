-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
comment on table people is 'all of them';
comment on column people.name is 'how they are called';
comment on column people.name is null;
-- end

-- downgrade, lossy
-- together:
comment on column people.name is 'how they are called';
comment on column people.name is null;
comment on table people is null;
drop table people;
-- end
