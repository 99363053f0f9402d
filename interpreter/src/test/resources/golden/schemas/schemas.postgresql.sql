-- upgrade, lossy
-- together:
create schema app;
create table app.t (
  a integer
);
alter schema app rename to shop;
drop table shop.t;
drop schema shop;
-- end

-- downgrade, lossy
-- together:
create schema shop;
create table shop.t (
  a integer
);
alter schema shop rename to app;
drop table app.t;
drop schema app;
-- end
