-- upgrade, lossy
-- together:
alter table app.t set schema archive;
alter table app.t add column b integer;
alter table archive.t drop column b;
-- end

-- downgrade, lossy
-- together:
alter table archive.t add column b integer;
alter table archive.t drop column b;
alter table archive.t set schema app;
-- end
