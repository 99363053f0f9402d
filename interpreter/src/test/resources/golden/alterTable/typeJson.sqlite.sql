-- upgrade, lossy
-- together:
create table t (
  a text default '{}'
);
-- alter table t: nothing changes;
-- end

-- downgrade, lossy
-- together:
-- alter table t: nothing changes;
drop table t;
-- end
