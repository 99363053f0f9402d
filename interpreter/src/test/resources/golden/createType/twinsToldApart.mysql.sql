-- upgrade, reversible
create table t (
  a enum('ok', 'OK') collate `utf8mb4_bin`
);
insert into t (a) values
  ('OK'),
  ('ok');

-- no way back: revision "case" cannot be undone
