-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people (name) where (name <> '');
-- end

-- downgrade, lossy
drop table people;
