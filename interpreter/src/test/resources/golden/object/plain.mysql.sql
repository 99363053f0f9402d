-- upgrade, reversible
create table t (
  a integer
);
create function twice(a integer) returns integer deterministic
begin
  return a * 2;
end;
create trigger touched before insert on t for each row set new.a = 1;

-- downgrade, lossy
drop trigger touched;
drop function twice;
drop table t;
