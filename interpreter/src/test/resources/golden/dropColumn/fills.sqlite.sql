-- upgrade, lossy
pragma legacy_alter_table = on;
create table "mig_new_users" (
  id integer constraint pk_users primary key autoincrement,
  name text,
  age integer default 0,
  constraint ck_users_age check (age >= 0)
);
insert into "mig_new_users" (id, name, age)
select id, name, age from users;
delete from sqlite_sequence where name = 'mig_new_users';
insert into sqlite_sequence (name, seq) select 'mig_new_users', seq from sqlite_sequence where name = 'users' collate nocase;
drop table users;
alter table "mig_new_users" rename to users;
pragma legacy_alter_table = off;
-- fails where a view or trigger needs what is gone
alter table users rename column id to id;

-- downgrade, reversible
-- together:
alter table users add column email varchar(200);
update users set email = (name || '@example.com');
pragma legacy_alter_table = on;
create table "mig_new_users" (
  id integer constraint pk_users primary key autoincrement,
  name text,
  age integer default 0,
  email varchar(200) not null,
  constraint ck_users_age check (age >= 0),
  constraint uq_users_email unique (email)
);
insert into "mig_new_users" (id, name, age, email)
select id, name, age, email from users;
delete from sqlite_sequence where name = 'mig_new_users';
insert into sqlite_sequence (name, seq) select 'mig_new_users', seq from sqlite_sequence where name = 'users' collate nocase;
drop table users;
alter table "mig_new_users" rename to users;
pragma legacy_alter_table = off;
-- end
