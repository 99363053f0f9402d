-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create table copies (
  id bigint,
  name varchar(20)
);
-- together:
insert into people (id, name) values (1, 'ann');
insert into copies (id, name)
select id, name from people;
-- end

-- downgrade, lossy
delete from copies;
drop table copies;
drop table people;
