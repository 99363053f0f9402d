-- upgrade, irreversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create view names as
select name from people;
drop view names;
drop view if exists never;

-- no way back: revision "case" cannot be undone
