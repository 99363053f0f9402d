-- upgrade, lossy
-- together:
create table people (
  id bigint not null,
  name varchar(20) not null,
  constraint pk_people primary key (id)
);
pragma legacy_alter_table = on;
create table "mig_new_people" (
  id bigint not null,
  constraint pk_people primary key (id)
);
insert into "mig_new_people" (rowid, id)
select rowid, id from people;
drop table people;
alter table "mig_new_people" rename to people;
pragma legacy_alter_table = off;
-- fails where a view or trigger needs what is gone
alter table people rename column id to id;
-- end

-- downgrade, lossy
-- together:
alter table people add column name varchar(20);
update people set name = ('nobody');
pragma legacy_alter_table = on;
create table "mig_new_people" (
  id bigint not null,
  name varchar(20) not null,
  constraint pk_people primary key (id)
);
insert into "mig_new_people" (rowid, id, name)
select rowid, id, name from people;
drop table people;
alter table "mig_new_people" rename to people;
pragma legacy_alter_table = off;
drop table people;
-- end
