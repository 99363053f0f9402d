-- upgrade, reversible
-- note, line 6: SQLite has no comments: left out
-- note, line 7: SQLite has no comments: left out
-- note, line 12: SQLite has no comments: left out
-- note, line 16: SQLite has no comments: left out
-- together:
create table t (
  id integer constraint pk_t primary key autoincrement,
  a varchar(10) default 'x\y' not null,
  b timestamp
);
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id integer constraint pk_t primary key autoincrement,
  a varchar(20) default 'x\y',
  b timestamp default current_timestamp not null
);
insert into "mig_new_t" (id, a, b)
select id, a, b from t;
delete from sqlite_sequence where name = 'mig_new_t';
insert into sqlite_sequence (name, seq) select 'mig_new_t', seq from sqlite_sequence where name = 't' collate nocase;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
-- end

-- downgrade, lossy
-- note, line 16: SQLite has no comments: left out
-- note, line 12: SQLite has no comments: left out
-- together:
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id integer constraint pk_t primary key autoincrement,
  a varchar(10) default 'x\y' not null,
  b timestamp
);
insert into "mig_new_t" (id, a, b)
select id, a, b from t;
delete from sqlite_sequence where name = 'mig_new_t';
insert into sqlite_sequence (name, seq) select 'mig_new_t', seq from sqlite_sequence where name = 't' collate nocase;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
drop table t;
-- end
