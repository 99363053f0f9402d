-- upgrade, reversible
-- together:
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people (name);
drop index ix_name;
create index ix_called on people (name);
-- end

-- downgrade, lossy
-- together:
drop index ix_called;
create index ix_name on people (name);
drop table people;
-- end
