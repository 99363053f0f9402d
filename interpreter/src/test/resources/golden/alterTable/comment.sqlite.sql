-- upgrade, reversible
-- note, line 10: SQLite has no comments: left out
-- note, line 11: SQLite has no comments: left out
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);

-- downgrade, lossy
-- note, line 11: SQLite has no comments: left out
-- note, line 10: SQLite has no comments: left out
drop table people;
