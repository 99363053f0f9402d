-- upgrade, reversible
create table t (
  id bigint not null auto_increment,
  n integer,
  primary key (id)
) auto_increment = 100;
insert into t (n) values (1);

-- downgrade, lossy
drop table t;
