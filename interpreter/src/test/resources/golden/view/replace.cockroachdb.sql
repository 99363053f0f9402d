-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create view names as
select name from people;
create or replace view names as
select id, name from people;

-- downgrade, lossy
drop view names;
create view names as
select name from people;
drop view names;
drop table people;
