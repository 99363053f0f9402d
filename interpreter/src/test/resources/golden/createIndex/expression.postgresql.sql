-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people (lower(name));
create index ix_other on people ((name || 'x'));
-- end

-- downgrade, lossy
drop table people;
