-- upgrade, reversible
create table t (
  a boolean,
  b smallint,
  c integer,
  d bigint,
  e numeric(10, 2),
  f real,
  g double precision,
  h char(3),
  i varchar(20),
  j text,
  k bytea,
  l bytea,
  m date,
  n time,
  o timestamp(6),
  p timestamp(3),
  q timestamptz(6),
  r timestamptz(0),
  s uuid,
  u jsonb,
  v integer[],
  w varchar(5)[],
  x tinyint,
  y citext
);

-- downgrade, lossy
drop table t;
