-- upgrade, reversible
-- note, line 6: SQLite has no comments: left out
-- note, line 7: SQLite has no comments: left out
-- together:
create table t (
  a varchar(20) default 'C:\temp' not null,
  b text default 'a\b' check (b in ('a\b', 'c''d')),
  c text,
  constraint ck_t_c check (c <> 'x''y')
);
insert into t (a, b, c) values ('\n\', 'c''d', 'a"b`c');
-- end

-- downgrade, lossy
drop table t;
