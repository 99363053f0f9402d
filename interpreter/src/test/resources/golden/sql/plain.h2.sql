-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_raw on people (name);
select 2;

-- downgrade, lossy
drop index ix_raw;
drop table people;
