-- upgrade, lossy
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;
-- end

-- downgrade, lossy
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;
-- end
