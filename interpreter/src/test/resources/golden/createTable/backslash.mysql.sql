-- upgrade, reversible
create table t (
  a varchar(20) not null default 'C:\\temp' comment 'it''s a \\ here',
  b enum('a\\b', 'c''d') default 'a\\b',
  c longtext,
  constraint ck_t_c check (c <> 'x''y')
) comment = 'a \\ there';
insert into t (a, b, c) values ('\\n\\', 'c''d', 'a"b`c');

-- downgrade, lossy
drop table t;
