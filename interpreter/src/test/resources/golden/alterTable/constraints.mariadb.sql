-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
alter table people drop primary key, add primary key (id), add constraint uq_people_name unique (name), add constraint ck_p check (name <> ''), add constraint fk_p foreign key (id) references people (id);
alter table people drop constraint ck_p, add constraint ck_named check (name <> '');
alter table people drop constraint ck_named, drop constraint if exists ck_never, drop index uq_people_name, drop foreign key fk_p;

-- no way back: revision "case" cannot be undone
