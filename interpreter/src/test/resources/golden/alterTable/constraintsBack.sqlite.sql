-- upgrade, reversible
-- together:
create table people (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
pragma legacy_alter_table = on;
create table "mig_new_people" (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id),
  constraint uq_people_name unique (name),
  constraint ck_p check (name <> '')
);
insert into "mig_new_people" (rowid, id, name)
select rowid, id, name from people;
drop table people;
alter table "mig_new_people" rename to people;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_people" (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id),
  constraint uq_people_name unique (name),
  constraint ck_named check (name <> '')
);
insert into "mig_new_people" (rowid, id, name)
select rowid, id, name from people;
drop table people;
alter table "mig_new_people" rename to people;
pragma legacy_alter_table = off;
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_people" (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id),
  constraint uq_people_name unique (name),
  constraint ck_p check (name <> '')
);
insert into "mig_new_people" (rowid, id, name)
select rowid, id, name from people;
drop table people;
alter table "mig_new_people" rename to people;
pragma legacy_alter_table = off;
pragma legacy_alter_table = on;
create table "mig_new_people" (
  id bigint not null,
  name varchar(20),
  constraint pk_people primary key (id)
);
insert into "mig_new_people" (rowid, id, name)
select rowid, id, name from people;
drop table people;
alter table "mig_new_people" rename to people;
pragma legacy_alter_table = off;
drop table people;
-- end
