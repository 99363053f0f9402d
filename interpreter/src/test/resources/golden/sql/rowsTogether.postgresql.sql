-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
insert into people values (1, 'a');
update people set name = 'b';
-- end

-- downgrade, lossy
drop table people;
