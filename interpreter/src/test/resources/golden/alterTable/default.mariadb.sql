-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people alter column name set default 'x';
alter table people alter column name set default (lower('X'));
alter table people modify column name varchar(20);

-- downgrade, lossy
alter table people alter column name set default (lower('X'));
alter table people alter column name set default 'x';
alter table people modify column name varchar(20);
drop table people;
