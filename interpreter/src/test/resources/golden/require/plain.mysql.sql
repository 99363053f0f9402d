-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
-- together:
insert into people (id) values (1);
select case when (exists (select 1 from people)) then 1 else 0 end;
select case when (1 = 1) then 1 else 0 end;
-- end

-- no way back: revision "case" cannot be undone
