-- upgrade, irreversible
create domain mood_mig_new as enum ('sad', 'angry', 'ok');
drop domain mood;
alter domain mood_mig_new rename to mood;
create table t (
  m mood default 'angry'
);

-- no way back: revision "case" cannot be undone: values of main stay
