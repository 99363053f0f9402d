-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
delete from people where (id = 1);
delete from people;
-- end
delete from people -- in batches of 10;

-- downgrade, lossy
drop table people;
