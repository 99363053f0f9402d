-- upgrade, reversible
create table b (
  id integer
);

-- downgrade, lossy
drop table b;
