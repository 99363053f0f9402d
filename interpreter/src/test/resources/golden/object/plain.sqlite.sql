-- upgrade, reversible
-- together:
create table t (
  a integer
);
create trigger touched after insert on t begin
  update t set a = 1;
end;
-- end

-- downgrade, lossy
-- together:
drop trigger touched;
drop table t;
-- end
