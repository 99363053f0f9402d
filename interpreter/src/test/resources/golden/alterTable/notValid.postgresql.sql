-- upgrade, reversible
-- together:
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
alter table people add constraint ck_p check (name <> '') not valid;
-- end

-- downgrade, lossy
-- together:
alter table people drop constraint ck_p;
drop table people;
-- end
