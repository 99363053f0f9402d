-- upgrade, irreversible
create table t (
  a enum('calm', 'cross') not null default 'calm',
  b enum('calm', 'cross')
);
alter table t modify column a enum('calm', 'cross', 'glad') not null default 'calm';
alter table t modify column b enum('calm', 'cross', 'glad');

-- no way back: revision "case" cannot be undone
