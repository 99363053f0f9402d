-- upgrade, lossy
create sequence a;
create sequence b start with 10 increment by 5;
drop sequence a;

-- downgrade, lossy
create sequence a;
drop sequence b;
drop sequence a;
