-- upgrade, reversible
-- together:
create table t (
  id integer not null,
  at timestamp,
  done boolean default false,
  constraint pk_t primary key (id)
);
insert into t (id, at, done) values
  (1, '2026-01-01 08:00:00', '1'),
  (2, '2026-07-01 10:00:00.5', '0'),
  (3, null, true);
-- end

-- downgrade, lossy
drop table t;
