-- upgrade, reversible
create table t (
  id integer not null,
  a varchar(20),
  b decimal(10, 2) default 5,
  c tinyint(1),
  d timestamp(6) null,
  e json,
  f double,
  primary key (id)
);
insert into t (id, a, b, c, d, e, f) values
  (1, 'it''s', 1.50, true, current_timestamp(6), '{"a": 1}', 1e3),
  (2, null, default, false, current_timestamp(6), null, -1),
  (3, ('x' || 'y'), (1 + 1), null, (current_timestamp), '[1]', 0);

-- downgrade, lossy
drop table t;
