-- upgrade, reversible
create table t (
  a boolean not null,
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
  r timestamptz(0) not null,
  s uuid,
  u jsonb
);

-- downgrade, lossy
drop table t;
