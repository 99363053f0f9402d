-- upgrade, lossy
-- together:
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;
-- end

-- downgrade, lossy
-- together:
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;
-- end
