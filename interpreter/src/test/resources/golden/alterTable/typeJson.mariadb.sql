-- upgrade, lossy
create table t (
  a longtext default '{}'
);
alter table t modify column a json default '{}';

-- downgrade, lossy
alter table t modify column a longtext default '{}';
drop table t;
