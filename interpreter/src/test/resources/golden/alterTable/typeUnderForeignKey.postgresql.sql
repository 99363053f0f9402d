-- upgrade, reversible
-- together:
alter table users alter column id set data type bigint;
alter table orders alter column user_id set data type bigint;
-- end

-- downgrade, lossy
-- together:
alter table orders alter column user_id set data type integer;
alter table users alter column id set data type integer;
-- end
