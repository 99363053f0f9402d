-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people add constraint uq_people_name unique (name), add constraint ck_p check (name <> '');
alter table people drop constraint ck_p, add constraint ck_named check (name <> '');

-- downgrade, lossy
alter table people drop constraint ck_named, add constraint ck_p check (name <> '');
alter table people drop constraint ck_p, drop index uq_people_name;
drop table people;
