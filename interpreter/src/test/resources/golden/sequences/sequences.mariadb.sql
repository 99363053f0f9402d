-- upgrade, lossy
create sequence a start with 10 increment by 5;
rename table a to b;
drop sequence b;

-- downgrade, lossy
create sequence b start with 10 increment by 5;
rename table b to a;
drop sequence a;
