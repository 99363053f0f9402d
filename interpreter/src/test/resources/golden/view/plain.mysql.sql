-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create view names as
select name
from people;

-- downgrade, lossy
drop view names;
drop table people;
