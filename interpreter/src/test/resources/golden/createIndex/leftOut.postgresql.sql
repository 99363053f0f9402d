-- upgrade, reversible
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index concurrently ix_name on people using btree (name) include (id);

-- downgrade, lossy
drop table people;
