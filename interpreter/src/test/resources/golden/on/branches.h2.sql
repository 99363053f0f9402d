-- upgrade, reversible
create table b (
  id integer
);
create table c (
  id integer
);

-- downgrade, lossy
drop table c;
drop table b;
