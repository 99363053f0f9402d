-- upgrade, lossy
create type mood as enum ('calm', 'cross');
create table t (
  a varchar(10) default 'calm'
);
alter table t alter column a drop default;
alter table t alter column a set data type mood using (a::mood);
alter table t alter column a set default 'calm';

-- downgrade, lossy
alter table t alter column a set data type varchar(10);
drop table t;
drop type mood;
