-- upgrade, reversible
create table t (
  a integer,
  b integer generated always as (a * 2) virtual
);

-- downgrade, lossy
drop table t;
