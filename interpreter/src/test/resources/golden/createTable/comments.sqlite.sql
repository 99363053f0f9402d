-- upgrade, reversible
-- note, line 4: SQLite has no comments: left out
-- note, line 5: SQLite has no comments: left out
-- note, line 6: SQLite has no comments: left out
create table t (
  a integer,
  b varchar(5) default 'x' not null
);

-- downgrade, lossy
drop table t;
