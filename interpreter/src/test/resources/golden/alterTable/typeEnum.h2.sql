-- upgrade, lossy
create domain mood as enum ('calm', 'cross');
create table t (
  a varchar(10) default 'calm'
);
alter table t alter column a set data type mood;

-- downgrade, lossy
alter table t alter column a set data type varchar(10);
drop table t;
drop domain mood;
