-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
-- together:
insert into people values (1, 'a');
update people set name = 'b';
-- end

-- downgrade, lossy
drop table people;
