-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people add constraint ck_p check (name <> '');
alter table people validate constraint ck_p;

-- downgrade, lossy
alter table people drop constraint ck_p;
drop table people;
