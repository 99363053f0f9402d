-- upgrade, lossy
create schema a;
create table a.t (
  id integer not null,
  primary key (id)
);
drop table a.t;
select case when not exists (select 1 from information_schema.tables where table_schema = 'a') then 1 else 0 end;
drop schema a;

-- downgrade, lossy
create schema a;
create table a.t (
  id integer not null,
  primary key (id)
);
drop table a.t;
select case when not exists (select 1 from information_schema.tables where table_schema = 'a') then 1 else 0 end;
drop schema a;
