-- upgrade, reversible
-- together:
create table t (
  id integer,
  twice integer generated always as (id * 2) stored
);
insert into t (id) values (3);
alter table t alter column twice set data type bigint;
-- end

-- downgrade, lossy
-- together:
alter table t alter column twice set data type integer;
drop table t;
-- end
