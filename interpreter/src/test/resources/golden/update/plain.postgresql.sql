-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
insert into people (id, name) values (1, 'ann');
update people set name = 'bob', id = (id + 1) where (id = 1);
update people set name = default;
update people set name = null where (name is null);
-- end

-- downgrade, lossy
drop table people;
