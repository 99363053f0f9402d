-- upgrade, reversible
-- together:
create table a (
  id integer,
  constraint pk_a primary key (id)
);
create table b (
  c1 integer,
  c2 integer,
  c3 integer,
  c4 integer default 1,
  c5 integer,
  constraint fk_b_c1_a foreign key (c1) references a (id) on delete cascade on update cascade,
  constraint fk_b_c2_a foreign key (c2) references a (id) on delete restrict on update restrict,
  constraint fk_b_c3_a foreign key (c3) references a (id) on delete set null on update set null,
  constraint fk_b_c4_a foreign key (c4) references a (id) on delete set default on update set default,
  constraint fk_b_c5_a foreign key (c5) references a (id) on delete no action on update no action
);
-- end

-- downgrade, lossy
-- together:
drop table b;
drop table a;
-- end
