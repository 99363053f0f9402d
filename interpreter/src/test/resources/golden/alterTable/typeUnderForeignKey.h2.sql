-- upgrade, reversible
alter table users alter column id set data type bigint;
alter table orders alter column user_id set data type bigint;

-- downgrade, lossy
alter table orders alter column user_id set data type integer;
alter table users alter column id set data type integer;
