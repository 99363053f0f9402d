-- upgrade, reversible
-- together:
create table t (
  a integer,
  b varchar(5) default 'x' not null
);
comment on table t is 'a table';
comment on column t.a is 'the first';
comment on column t.b is 'it''s the second';
-- end

-- downgrade, lossy
drop table t;
