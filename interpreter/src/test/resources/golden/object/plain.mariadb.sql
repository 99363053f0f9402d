-- upgrade, reversible
create table t (
  a integer
);
create function twice(a integer) returns integer deterministic
begin
  return a * 2;
end;

-- downgrade, lossy
drop function twice;
drop table t;
