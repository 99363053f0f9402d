-- upgrade, reversible
create table t (
  a integer default 42,
  b numeric(10, 2) default -1.50,
  c double precision default 1e3,
  d varchar(20) default 'it''s',
  e boolean default false,
  f text default null,
  g timestamp(6) default current_timestamp,
  h timestamp(3) default current_timestamp(3),
  i date default current_date,
  j time default current_time,
  k uuid default gen_random_uuid(),
  l jsonb default '{"a": 1}',
  m varchar(20) default (lower('ABC')),
  n varchar(20) default upper('abc')
);

-- downgrade, lossy
drop table t;
