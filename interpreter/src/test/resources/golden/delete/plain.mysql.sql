-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
-- together:
delete from people where (id = 1);
delete from people;
-- end
delete from people -- in batches of 10;

-- downgrade, lossy
drop table people;
