-- upgrade, lossy
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people alter column name set data type integer using (length(name));
-- end

-- downgrade, lossy
-- together:
alter table people alter column name set data type varchar(20) using ('x');
drop table people;
-- end
