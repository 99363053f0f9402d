-- upgrade, irreversible
alter type mood add value if not exists 'angry' after 'sad';
create table t (
  m mood default 'angry'
);

-- no way back: revision "case" cannot be undone: values of main stay
