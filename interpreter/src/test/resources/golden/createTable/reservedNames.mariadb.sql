-- upgrade, reversible
create table `Order Details` (
  `order` integer not null,
  `Value` integer,
  `key` integer,
  user varchar(5),
  größe integer,
  `with "quotes"` integer,
  primary key (`order`)
);
create table `group` (
  `select` integer
);

-- downgrade, lossy
drop table `group`;
drop table `Order Details`;
