-- upgrade, reversible
create table t (
  a varchar(5) collate `utf8mb4_bin` not null default 'x'
);

-- downgrade, lossy
drop table t;
