-- upgrade, reversible
create table t (
  a tinyint(1) not null,
  b smallint,
  c integer,
  d bigint,
  e decimal(10, 2),
  f float,
  g double,
  h char(3),
  i varchar(20),
  j longtext,
  k varbinary(16),
  l longblob,
  m date,
  n time,
  o datetime(6),
  p datetime(3),
  q timestamp(6) null,
  r timestamp(0) not null,
  s char(36),
  u json
);

-- downgrade, lossy
drop table t;
