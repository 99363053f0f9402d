-- upgrade, irreversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create view names as
select name from people;
drop view names;
drop view if exists never;
-- end

-- no way back: revision "case" cannot be undone
