-- upgrade, reversible
create table a (id int, t varchar(20) default 'x;y');
create table b (id int);
insert into b values (1);

-- downgrade, lossy
drop table b;
drop table a;
