-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people drop constraint pk_people, add constraint pk_p primary key (id);
alter table people add constraint uq_people_name unique (name);
alter table people add constraint ck_p check (name <> '');
alter table people add constraint fk_p foreign key (id) references people (id);
alter table people rename constraint ck_p to ck_named;
alter table people drop constraint ck_named;
alter table people drop constraint if exists ck_never;
alter table people drop constraint uq_people_name;
alter table people drop constraint fk_p;

-- no way back: revision "case" cannot be undone
