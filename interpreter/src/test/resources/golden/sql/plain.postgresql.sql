-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_raw on people (name);
select 1;
-- end

-- downgrade, lossy
-- together:
drop index ix_raw;
drop table people;
-- end
