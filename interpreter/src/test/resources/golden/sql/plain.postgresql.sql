-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create view raw_names as select name from people;
select 1;
-- end

-- downgrade, lossy
-- together:
drop view raw_names;
drop table people;
-- end
