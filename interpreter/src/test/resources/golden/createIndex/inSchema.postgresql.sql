-- upgrade, reversible
-- together:
create schema s;
create table s.t (
  a integer
);
create index ix_a on s.t (a);
-- end

-- downgrade, lossy
-- together:
drop table s.t;
drop schema s;
-- end
