-- upgrade, lossy
rename table app.t to archive.t;
alter table archive.t add column b integer;
alter table archive.t drop column b;

-- downgrade, lossy
alter table archive.t add column b integer;
alter table archive.t drop column b;
rename table archive.t to app.t;
