-- upgrade, reversible
create schema s;
create table s.t (
  a integer
);
create index ix_a on s.t (a);

-- downgrade, lossy
drop table s.t;
select case when not exists (select 1 from information_schema.tables where table_schema = 's') then 1 else 0 end;
drop schema s;
