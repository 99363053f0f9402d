-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people add constraint uq_people_name unique (name);
alter table people add constraint ck_p check (name <> '');
alter table people rename constraint ck_p to ck_named;

-- downgrade, lossy
alter table people rename constraint ck_named to ck_p;
alter table people drop constraint ck_p;
alter table people drop constraint uq_people_name;
drop table people;
