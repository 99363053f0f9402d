-- upgrade, reversible
-- together:
create table t (
  id integer not null,
  a varchar(20),
  b decimal(10, 2) default 5,
  c boolean,
  d timestamp,
  e text,
  f double,
  constraint pk_t primary key (id)
);
insert into t (id, a, b, c, d, e, f) values (1, 'it''s', 1.50, true, current_timestamp, '{"a": 1}', 1e3);
insert into t (id, a, c, d, e, f) values (2, null, false, current_timestamp, null, -1);
insert into t (id, a, b, c, d, e, f) values (3, ('x' || 'y'), (1 + 1), null, (current_timestamp), '[1]', 0);
-- end

-- downgrade, lossy
drop table t;
