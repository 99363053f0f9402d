-- upgrade, reversible
create table t (
  a integer comment 'the first',
  b varchar(5) not null default 'x' comment 'it''s the second'
) comment = 'a table';

-- downgrade, lossy
drop table t;
