-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
-- together:
insert into people (id, name) values (1, 'ann');
update people set name = 'bob', id = (id + 1) where (id = 1);
update people set name = default;
update people set name = null where (name is null);
-- end

-- downgrade, lossy
drop table people;
