-- upgrade, irreversible
create table t (
  m text default 'angry' check (m in ('sad', 'angry', 'ok'))
);

-- no way back: revision "case" cannot be undone: values of main stay
