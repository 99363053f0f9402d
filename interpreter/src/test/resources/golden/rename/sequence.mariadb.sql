-- upgrade, reversible
create sequence s;
rename table s to s2;

-- downgrade, lossy
rename table s2 to s;
drop sequence s;
