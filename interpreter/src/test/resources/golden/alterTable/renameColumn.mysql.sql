-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people rename column name to full_name;

-- downgrade, lossy
alter table people rename column full_name to name;
drop table people;
