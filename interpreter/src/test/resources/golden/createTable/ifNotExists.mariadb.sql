-- upgrade, irreversible
create table if not exists t (
  id integer not null,
  primary key (id)
);

-- no way back: revision "case" cannot be undone
