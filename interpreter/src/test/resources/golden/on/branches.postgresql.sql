-- upgrade, reversible
create table a (
  id integer
);

-- downgrade, lossy
drop table a;
