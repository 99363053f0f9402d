-- upgrade, reversible
create domain mark as enum ('a\b', 'c''d');
create table t (
  a varchar(20) default 'C:\temp' comment 'it''s a \ here' not null,
  b mark default 'a\b',
  c character varying,
  constraint ck_t_c check (c <> 'x''y')
);
comment on table t is 'a \ there';
insert into t (a, b, c) values ('\n\', 'c''d', 'a"b`c');

-- downgrade, lossy
drop table t;
drop domain mark;
