-- upgrade, reversible
create table t (
  a integer default 42,
  b decimal(10, 2) default -1.50,
  c double default 1e3,
  d varchar(20) default 'it''s',
  e tinyint(1) default false,
  f longtext default null,
  g datetime(6) default current_timestamp(6),
  h datetime(3) default current_timestamp(3),
  i date default (current_date),
  j time default (current_time),
  k char(36) default (uuid()),
  l json default ('{"a": 1}'),
  m varchar(20) default (lower('ABC')),
  n varchar(20) default (upper('abc'))
);

-- downgrade, lossy
drop table t;
