-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create index ix_name on people (name);
alter table people rename index ix_name to ix_called;

-- downgrade, lossy
alter table people rename index ix_called to ix_name;
drop table people;
