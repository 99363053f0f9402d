-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create materialized view names as
select name from people;
refresh materialized view names;
-- end

-- no way back: revision "case" cannot be undone
