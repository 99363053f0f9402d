-- upgrade, reversible
-- note, line 9: YugabyteDB has no indexes built concurrently: left out
create table people (
  id bigint,
  name varchar(20),
  constraint pk_people primary key (id)
);
create index ix_name on people using btree (name) include (id);

-- downgrade, lossy
drop table people;
