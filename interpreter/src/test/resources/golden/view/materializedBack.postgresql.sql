-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create materialized view names as
select name from people;
-- end

-- downgrade, lossy
-- together:
drop materialized view names;
drop table people;
-- end
