-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people (name desc);
drop index ix_name;
-- end

-- downgrade, lossy
-- together:
create index ix_name on people (name desc);
drop table people;
-- end
