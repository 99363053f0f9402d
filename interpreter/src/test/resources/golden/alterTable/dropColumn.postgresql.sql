-- upgrade, lossy
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people drop column name;
-- end

-- downgrade, lossy
-- together:
alter table people add column name varchar(20);
drop table people;
-- end
