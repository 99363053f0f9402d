-- upgrade, reversible
-- together:
create sequence s;
alter sequence s rename to s2;
-- end

-- downgrade, lossy
-- together:
alter sequence s2 rename to s;
drop sequence s;
-- end
