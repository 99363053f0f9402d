-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create unique index ix_name on people (name) include (id);
-- end

-- downgrade, lossy
drop table people;
