-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create index ix_name on people (name desc);
alter table people drop index ix_name;

-- downgrade, lossy
create index ix_name on people (name desc);
drop table people;
