-- upgrade, irreversible
create table t (
  m enum('sad', 'angry', 'ok') default 'angry'
);

-- no way back: revision "case" cannot be undone: values of main stay
