-- upgrade, irreversible
create table if not exists t (
  a integer
);

-- no way back: revision "case" cannot be undone
