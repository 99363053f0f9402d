-- upgrade, reversible
-- together:
create table t (
  a integer
);
create function twice(a integer) returns integer language sql as $$ select a * 2 $$;
create trigger touched before update on t
  for each row execute function suppress_redundant_updates_trigger();
-- end

-- downgrade, lossy
-- together:
drop trigger touched on t;
drop function twice(integer);
drop table t;
-- end
