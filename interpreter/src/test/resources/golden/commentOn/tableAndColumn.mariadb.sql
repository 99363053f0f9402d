-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people comment = 'all of them';
alter table people modify column name varchar(20) comment 'how they are called';
alter table people modify column name varchar(20);

-- downgrade, lossy
alter table people modify column name varchar(20) comment 'how they are called';
alter table people modify column name varchar(20);
alter table people comment = '';
drop table people;
