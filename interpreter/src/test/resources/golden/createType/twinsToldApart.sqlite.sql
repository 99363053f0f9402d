-- upgrade, reversible
create table t (
  a text check (a in ('ok', 'OK'))
);

-- no way back: revision "case" cannot be undone
