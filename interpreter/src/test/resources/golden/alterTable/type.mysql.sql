-- upgrade, lossy
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people modify column id integer not null, modify column name varchar(100);

-- downgrade, lossy
alter table people modify column name varchar(20), modify column id bigint not null;
drop table people;
