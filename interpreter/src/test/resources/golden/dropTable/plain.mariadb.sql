-- upgrade, lossy
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
drop table people;

-- downgrade, lossy
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
drop table people;
