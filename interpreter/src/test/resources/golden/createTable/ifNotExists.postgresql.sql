-- upgrade, irreversible
create table if not exists t (
  id integer,
  constraint pk_t primary key (id)
);

-- no way back: revision "case" cannot be undone
