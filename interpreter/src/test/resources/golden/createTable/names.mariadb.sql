-- upgrade, reversible
create table app.`Order Details` (
  `The Id` bigint not null,
  Amount integer,
  primary key (`The Id`),
  constraint `ck_Order Details_amount` check (Amount > 0),
  constraint `uq_Order Details_amount` unique (Amount)
);
create table a_table_with_a_really_long_name_that_goes_on (
  a_column_with_a_long_name integer,
  id integer not null,
  constraint uq_a_table_with_a_really_long_name_that_goes_on_a_c_c53c1d9f unique (a_column_with_a_long_name),
  primary key (id)
);
create table t (
  a integer,
  b integer,
  constraint uq_t_a_2 unique (a),
  constraint uq_t_b unique (b),
  constraint uq_t_a unique (a, b),
  constraint ck_t_2 check (a > b),
  constraint ck_t_1 check (b > 0)
);

-- downgrade, lossy
drop table t;
drop table a_table_with_a_really_long_name_that_goes_on;
drop table app.`Order Details`;
