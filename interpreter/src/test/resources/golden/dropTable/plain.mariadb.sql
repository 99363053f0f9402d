-- upgrade, lossy
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;

-- downgrade, lossy
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
drop table people;
