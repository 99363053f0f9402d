-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create index ix_name on people (name);
create index ix_people_id on people (id);
alter table people drop index ix_name;
alter table people drop index ix_people_id;
alter table people drop index if exists ix_never;

-- no way back: revision "case" cannot be undone
