-- upgrade, reversible
-- together:
create table a (id int, t varchar(20) default 'x;y');
create table b (id int);
insert into b values (1);
// rest
create alias thrice as $$ int f(int x) { return 3 * x; } $$;
-- end

-- downgrade, lossy
-- together:
drop alias thrice;
drop table b;
drop table a;
-- end
