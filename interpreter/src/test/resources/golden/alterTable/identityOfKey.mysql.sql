-- upgrade, reversible
create table t (
  id bigint not null,
  n integer,
  primary key (id)
);
insert into t (id, n) values (7, 1);
alter table t modify column id bigint not null auto_increment;
insert into t (n) values (2);

-- downgrade, lossy
alter table t modify column id bigint not null;
drop table t;
