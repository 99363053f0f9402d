-- upgrade, reversible
create table counted (
  id bigint not null auto_increment,
  primary key (id)
) auto_increment = 100;
create table plain (
  id bigint not null,
  primary key (id)
);
insert into plain (id) values (7);
alter table counted modify column id bigint not null;
alter table plain modify column id bigint not null auto_increment;

-- downgrade, lossy
alter table plain modify column id bigint not null;
alter table counted modify column id bigint not null auto_increment, auto_increment = 100;
drop table plain;
drop table counted;
