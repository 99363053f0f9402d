-- upgrade, reversible
-- note, line 9: SQLite has no indexes built concurrently: left out
-- note, line 9: SQLite has no index methods: left out
-- note, line 9: SQLite has no included index columns: left out
-- together:
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people (name);
-- end

-- downgrade, lossy
drop table people;
