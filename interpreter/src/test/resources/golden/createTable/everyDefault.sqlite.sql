-- upgrade, reversible
create table t (
  a integer default 42,
  b decimal(10, 2) default -1.50,
  c double default 1e3,
  d varchar(20) default 'it''s',
  e boolean default false,
  f text default null,
  g timestamp default current_timestamp,
  h timestamp default current_timestamp,
  i date default current_date,
  j time default current_time,
  k text default (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  l text default '{"a": 1}',
  m varchar(20) default (lower('ABC')),
  n varchar(20) default (upper('abc'))
);

-- downgrade, lossy
drop table t;
