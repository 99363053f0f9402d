-- upgrade, reversible
-- note, line 9: MariaDB has no included index columns: left out
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create unique index ix_name on people (name);

-- downgrade, lossy
drop table people;
