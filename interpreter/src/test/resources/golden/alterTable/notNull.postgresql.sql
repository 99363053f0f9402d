-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people alter column name set not null;
alter table people alter column name drop not null;
-- end

-- downgrade, lossy
-- together:
alter table people alter column name set not null;
alter table people alter column name drop not null;
drop table people;
-- end
