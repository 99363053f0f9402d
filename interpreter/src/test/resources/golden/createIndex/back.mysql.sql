-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create index ix_people_name on people (name);
create unique index ix_name on people (name desc, id);

-- downgrade, lossy
drop table people;
