-- upgrade, reversible
-- together:
create table a (id int, t varchar(20) default 'x;y');
create table b (id int);
insert into b values (1);
-- end

-- downgrade, lossy
-- together:
drop table b;
drop table a;
-- end
