-- upgrade, reversible
create schema s;
create table s.t (
  a integer
);
create index ix_a on s.t (a);

-- downgrade, lossy
drop table s.t;
drop schema s;
