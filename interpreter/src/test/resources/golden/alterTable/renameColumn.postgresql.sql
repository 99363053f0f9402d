-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people rename column name to full_name;
-- end

-- downgrade, lossy
-- together:
alter table people rename column full_name to name;
drop table people;
-- end
