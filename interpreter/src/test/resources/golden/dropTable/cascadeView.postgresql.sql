-- upgrade, lossy
-- together:
create table people (
  id bigint,
  constraint pk_people primary key (id)
);
create view ids as
select id from people;
drop view ids;
drop table people cascade;
-- end

-- no way back: revision "case" cannot be undone
