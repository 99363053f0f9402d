-- upgrade, lossy
-- together:
create sequence a start with 10 increment by 5;
alter sequence a rename to b;
drop sequence b;
-- end

-- downgrade, lossy
-- together:
create sequence b start with 10 increment by 5;
alter sequence b rename to a;
drop sequence a;
-- end
