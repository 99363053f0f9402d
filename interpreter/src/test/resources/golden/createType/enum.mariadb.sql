-- upgrade, reversible
create table t (
  a enum('calm', 'it''s', 'cross') not null default 'calm'
);

-- downgrade, lossy
drop table t;
