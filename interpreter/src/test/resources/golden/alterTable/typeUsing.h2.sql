-- upgrade, lossy
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people alter column name set data type integer using (length(name));

-- downgrade, lossy
alter table people alter column name set data type varchar(20) using ('x');
drop table people;
