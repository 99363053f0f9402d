-- upgrade, lossy
create table t (
  a varchar(10) default 'calm'
);
alter table t modify column a enum('calm', 'cross') default 'calm';

-- downgrade, lossy
alter table t modify column a varchar(10) default 'calm';
drop table t;
