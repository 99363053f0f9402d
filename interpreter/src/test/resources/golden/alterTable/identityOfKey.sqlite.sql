-- upgrade, reversible
-- together:
create table counted (
  id integer constraint pk_counted primary key autoincrement
);
insert into sqlite_sequence (name, seq) select 'counted', 99 where not exists (select 1 from sqlite_sequence where name = 'counted');
create table plain (
  id bigint not null,
  constraint pk_plain primary key (id)
);
insert into plain (id) values (7);
pragma legacy_alter_table = on;
create table "mig_new_counted" (
  id bigint constraint pk_counted primary key not null
);
insert into "mig_new_counted" (rowid, id)
select rowid, id from counted;
drop table counted;
alter table "mig_new_counted" rename to counted;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_plain" (
  id integer constraint pk_plain primary key autoincrement
);
insert into "mig_new_plain" (id)
select id from plain;
drop table plain;
alter table "mig_new_plain" rename to plain;
pragma legacy_alter_table = off;
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_plain" (
  id bigint constraint pk_plain primary key not null
);
insert into "mig_new_plain" (rowid, id)
select rowid, id from plain;
drop table plain;
alter table "mig_new_plain" rename to plain;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_counted" (
  id integer constraint pk_counted primary key autoincrement
);
insert into "mig_new_counted" (id)
select id from counted;
drop table counted;
alter table "mig_new_counted" rename to counted;
pragma legacy_alter_table = off;
update sqlite_sequence set seq = max(seq, 99) where name = 'counted' collate nocase;
drop table plain;
drop table counted;
-- end
