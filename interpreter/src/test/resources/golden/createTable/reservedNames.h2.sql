-- upgrade, reversible
create table "Order Details" (
  "ORDER" integer,
  "Value" integer,
  "KEY" integer,
  "USER" varchar(5),
  größe integer,
  "with ""quotes""" integer,
  constraint "my pk" primary key ("ORDER")
);
create table "GROUP" (
  "SELECT" integer
);

-- downgrade, lossy
drop table "GROUP";
drop table "Order Details";
