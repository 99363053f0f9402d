-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create table copies (
  id bigint,
  name varchar(20)
);
insert into people (id, name) values (1, 'ann');
insert into copies (id, name)
select id, name from people;
-- end

-- downgrade, lossy
-- together:
delete from copies;
drop table copies;
drop table people;
-- end
