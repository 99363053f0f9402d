-- upgrade, lossy
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;

-- downgrade, lossy
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;
