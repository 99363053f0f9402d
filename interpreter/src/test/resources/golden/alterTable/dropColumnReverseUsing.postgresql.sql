-- upgrade, lossy
-- together:
create table people (
  id bigint,
  name varchar(20) not null,
  constraint pk_people primary key (id)
);
alter table people drop column if exists name;
-- end

-- downgrade, lossy
-- together:
alter table people add column name varchar(20);
update people set name = ('nobody');
alter table people alter column name set not null;
drop table people;
-- end
