-- upgrade, reversible
create table t (
  a text check (a in ('ok', 'OK'))
);

-- downgrade, lossy
drop table t;
