-- upgrade, reversible
-- together:
pragma legacy_alter_table = on;
create table "mig_new_users" (
  id integer constraint pk_users primary key autoincrement,
  email varchar(200) not null,
  name text,
  age integer default 0,
  full_name text default '' not null,
  nick varchar(20),
  boss bigint constraint fk_users_boss_users references users (id) on delete set null,
  constraint uq_users_email unique (email),
  constraint ck_users_age check (age >= 0),
  constraint uq_users_nick unique (nick),
  constraint ck_users_nick check (nick <> '')
);
insert into "mig_new_users" (id, email, name, age)
select id, email, name, age from users;
delete from sqlite_sequence where name = 'mig_new_users';
insert into sqlite_sequence (name, seq) select 'mig_new_users', seq from sqlite_sequence where name = 'users' collate nocase;
drop table users;
alter table "mig_new_users" rename to users;
pragma legacy_alter_table = off;
update users set full_name = (name), nick = null;
-- end

-- downgrade, lossy
pragma legacy_alter_table = on;
create table "mig_new_users" (
  id integer constraint pk_users primary key autoincrement,
  email varchar(200) not null,
  name text,
  age integer default 0,
  constraint uq_users_email unique (email),
  constraint ck_users_age check (age >= 0)
);
insert into "mig_new_users" (id, email, name, age)
select id, email, name, age from users;
delete from sqlite_sequence where name = 'mig_new_users';
insert into sqlite_sequence (name, seq) select 'mig_new_users', seq from sqlite_sequence where name = 'users' collate nocase;
drop table users;
alter table "mig_new_users" rename to users;
pragma legacy_alter_table = off;
-- fails where a view or trigger needs what is gone
alter table users rename column id to id;
