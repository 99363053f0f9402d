-- upgrade, reversible
create table people (
  id bigint not null,
  name varchar(20),
  primary key (id)
);
create index ix_name on people ((lower(name)));
create index ix_other on people ((name || 'x'));

-- downgrade, lossy
drop table people;
