-- upgrade, reversible
-- together:
create table t (
  id integer,
  a varchar(20),
  b numeric(10, 2) default 5,
  c boolean,
  d timestamptz(6),
  e jsonb,
  f double precision,
  constraint pk_t primary key (id)
);
insert into t (id, a, b, c, d, e, f) values
  (1, 'it''s', 1.50, true, current_timestamp, '{"a": 1}', 1e3),
  (2, null, default, false, current_timestamp, null, -1),
  (3, ('x' || 'y'), (1 + 1), null, (current_timestamp), '[1]', 0);
-- end

-- downgrade, lossy
drop table t;
