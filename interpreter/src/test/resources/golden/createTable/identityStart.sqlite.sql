-- upgrade, reversible
-- together:
create table t (
  id integer constraint pk_t primary key autoincrement,
  n integer
);
insert into sqlite_sequence (name, seq) select 't', 99 where not exists (select 1 from sqlite_sequence where name = 't');
insert into t (n) values (1);
-- end

-- downgrade, lossy
drop table t;
