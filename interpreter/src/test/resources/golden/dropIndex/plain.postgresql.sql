-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people (name);
create index ix_people_id on people (id);
drop index ix_name;
drop index ix_people_id;
drop index if exists ix_never;
-- end

-- no way back: revision "case" cannot be undone
