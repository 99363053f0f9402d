-- upgrade, reversible
create table t (
  id bigint not null auto_increment,
  a varchar(10) not null default 'x\\y' comment 'what it says',
  b timestamp(6) null comment 'when',
  primary key (id)
);
alter table t modify column a varchar(20) default 'x\\y' comment 'what it ''says''', alter column b set default (current_timestamp(6));
alter table t modify column b timestamp(6) not null default current_timestamp(6) comment 'when', modify column id bigint not null auto_increment comment 'the number';

-- downgrade, lossy
alter table t modify column id bigint not null auto_increment, modify column b timestamp(6) null comment 'when', modify column a varchar(10) not null default 'x\\y' comment 'what it says';
drop table t;
