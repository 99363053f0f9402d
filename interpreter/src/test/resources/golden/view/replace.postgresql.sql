-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create view names as
select name from people;
do $mig$ begin
create or replace view names as
select id, name from people;
exception when invalid_table_definition then
drop view names;
create view names as
select id, name from people;
end $mig$;
-- end

-- downgrade, lossy
-- together:
drop view names;
create view names as
select name from people;
drop view names;
drop table people;
-- end
