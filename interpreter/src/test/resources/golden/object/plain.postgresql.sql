-- upgrade, reversible
-- together:
create table t (
  a integer
);
create function twice(a integer) returns integer language sql as $$ select a * 2 $$;
-- end

-- downgrade, lossy
-- together:
drop function twice;
drop table t;
-- end
