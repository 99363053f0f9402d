-- upgrade, reversible
create table t (
  id integer,
  twice integer generated always as (id * 2) stored
);
insert into t (id) values (3);
alter table t modify column twice bigint generated always as (id * 2) stored;

-- downgrade, lossy
alter table t modify column twice integer generated always as (id * 2) stored;
drop table t;
