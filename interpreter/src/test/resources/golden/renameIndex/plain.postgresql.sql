-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people (name);
alter index ix_name rename to ix_called;
-- end

-- downgrade, lossy
-- together:
alter index ix_called rename to ix_name;
drop table people;
-- end
