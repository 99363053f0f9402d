-- upgrade, reversible
create table t (
  id integer,
  a varchar(20),
  b decimal(10, 2) default 5,
  c boolean,
  d timestamp(6) with time zone,
  e json,
  f double precision,
  constraint pk_t primary key (id)
);
insert into t (id, a, b, c, d, e, f) values
  (1, 'it''s', 1.50, true, current_timestamp, '{"a": 1}' format json, 1e3),
  (2, null, default, false, current_timestamp, null, -1),
  (3, ('x' || 'y'), (1 + 1), null, (current_timestamp), '[1]' format json, 0);

-- downgrade, lossy
drop table t;
