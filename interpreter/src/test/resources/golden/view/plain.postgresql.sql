-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create view names as
select name
from people;
-- end

-- downgrade, lossy
-- together:
drop view names;
drop table people;
-- end
