-- upgrade, lossy
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people alter column id set data type integer;
alter table people alter column name set data type varchar(100);

-- downgrade, lossy
alter table people alter column name set data type varchar(20);
alter table people alter column id set data type bigint;
drop table people;
