-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people alter column name set default 'x';
alter table people alter column name set default (lower('X'));
alter table people alter column name drop default;

-- downgrade, lossy
alter table people alter column name set default (lower('X'));
alter table people alter column name set default 'x';
alter table people alter column name drop default;
drop table people;
