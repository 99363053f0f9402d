-- upgrade, reversible
-- together:
create type mark as enum ('a\b', 'c''d');
create table t (
  a varchar(20) default 'C:\temp' not null,
  b mark default 'a\b',
  c text,
  constraint ck_t_c check (c <> 'x''y')
);
comment on table t is 'a \ there';
comment on column t.a is 'it''s a \ here';
insert into t (a, b, c) values ('\n\', 'c''d', 'a"b`c');
-- end

-- downgrade, lossy
-- together:
drop table t;
drop type mark;
-- end
