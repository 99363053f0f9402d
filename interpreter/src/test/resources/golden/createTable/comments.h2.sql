-- upgrade, reversible
create table t (
  a integer comment 'the first',
  b varchar(5) default 'x' comment 'it''s the second' not null
);
comment on table t is 'a table';

-- downgrade, lossy
drop table t;
