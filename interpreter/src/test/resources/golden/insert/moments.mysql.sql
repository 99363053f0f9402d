-- upgrade, reversible
create table t (
  id integer not null,
  at timestamp(6) null,
  done tinyint(1) default false,
  primary key (id)
);
insert into t (id, at, done) values
  (1, '2026-01-01 08:00:00', '1'),
  (2, '2026-07-01 10:00:00.5', '0'),
  (3, null, true);

-- downgrade, lossy
drop table t;
