-- upgrade, reversible
create table t (
  a boolean not null,
  b smallint,
  c integer,
  d bigint,
  e decimal(10, 2),
  f real,
  g double precision,
  h char(3),
  i varchar(20),
  j character varying,
  k varbinary(16),
  l blob,
  m date,
  n time,
  o timestamp(6),
  p timestamp(3),
  q timestamp(6) with time zone,
  r timestamp(0) with time zone not null,
  s uuid,
  u json
);

-- downgrade, lossy
drop table t;
