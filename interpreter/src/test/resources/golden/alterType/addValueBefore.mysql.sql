-- upgrade, irreversible
create table t (
  a enum('calm', 'cross') not null default 'calm',
  b enum('calm', 'cross')
);
alter table t modify column a enum('calm', 'glad', 'cross') not null default 'calm';
alter table t modify column b enum('calm', 'glad', 'cross');
alter table t modify column a enum('calm', 'glad', 'cross', 'sad') not null default 'calm';
alter table t modify column b enum('calm', 'glad', 'cross', 'sad');

-- no way back: revision "case" cannot be undone
