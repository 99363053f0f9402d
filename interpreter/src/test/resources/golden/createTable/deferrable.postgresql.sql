-- upgrade, reversible
-- together:
create table a (
  id integer,
  constraint pk_a primary key (id)
);
create table b (
  a integer,
  constraint fk_b_a_a foreign key (a) references a (id) deferrable initially deferred
);
-- end

-- downgrade, lossy
-- together:
drop table b;
drop table a;
-- end
