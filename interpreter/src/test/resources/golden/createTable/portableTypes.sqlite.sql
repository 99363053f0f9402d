-- upgrade, reversible
create table t (
  a boolean not null,
  b smallint,
  c integer,
  d bigint,
  e decimal(10, 2),
  f real,
  g double,
  h char(3),
  i varchar(20),
  j text,
  k blob,
  l blob,
  m date,
  n time,
  o timestamp,
  p timestamp,
  q timestamp,
  r timestamp not null,
  s text,
  u text
);

-- downgrade, lossy
drop table t;
