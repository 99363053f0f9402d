-- upgrade, irreversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_people_name on people (name);
create unique index ix_name on people (name desc nulls last, id asc);
create index if not exists ix_again on people (id);
-- end

-- no way back: revision "case" cannot be undone
