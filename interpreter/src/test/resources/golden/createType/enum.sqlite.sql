-- upgrade, reversible
create table t (
  a text default 'calm' not null check (a in ('calm', 'it''s', 'cross'))
);

-- downgrade, lossy
drop table t;
