-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people drop constraint pk_people, add constraint pk_p primary key (id), add constraint uq_people_name unique (name), add constraint ck_p check (name <> ''), add constraint fk_p foreign key (id) references people (id);
alter table people rename constraint ck_p to ck_named;
alter table people drop constraint ck_named, drop constraint if exists ck_never, drop constraint uq_people_name, drop constraint fk_p;
-- end

-- no way back: revision "case" cannot be undone
