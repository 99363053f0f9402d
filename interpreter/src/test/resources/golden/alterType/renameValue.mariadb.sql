-- upgrade, reversible
create table t (
  a enum('calm', 'cross') not null default 'calm',
  b enum('calm', 'cross')
);
insert into t (a, b) values ('calm', 'cross');
alter table t modify column a enum('calm', 'cross', 'quiet') not null default 'calm';
update t set a = 'quiet' where a = 'calm';
alter table t modify column a enum('quiet', 'cross') not null default 'quiet';
alter table t modify column b enum('calm', 'cross', 'quiet');
update t set b = 'quiet' where b = 'calm';
alter table t modify column b enum('quiet', 'cross');

-- downgrade, lossy
alter table t modify column a enum('quiet', 'cross', 'calm') not null default 'quiet';
update t set a = 'calm' where a = 'quiet';
alter table t modify column a enum('calm', 'cross') not null default 'calm';
alter table t modify column b enum('quiet', 'cross', 'calm');
update t set b = 'calm' where b = 'quiet';
alter table t modify column b enum('calm', 'cross');
drop table t;
