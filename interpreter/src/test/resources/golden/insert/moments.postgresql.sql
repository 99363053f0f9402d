-- upgrade, reversible
-- together:
create table t (
  id integer,
  at timestamptz(6),
  done boolean default false,
  constraint pk_t primary key (id)
);
insert into t (id, at, done) values
  (1, '2026-01-01T10:00:00+02:00', 'true'),
  (2, '2026-07-01 10:00:00.5Z', 'no'),
  (3, null, true);
-- end

-- downgrade, lossy
drop table t;
