-- upgrade, lossy
-- together:
create sequence a;
create sequence b start with 10 increment by 5;
drop sequence a;
-- end

-- downgrade, lossy
-- together:
create sequence a;
drop sequence b;
drop sequence a;
-- end
