-- upgrade, reversible
-- together:
create table "Order Details" (
  "order" integer,
  "Value" integer,
  key integer,
  "user" varchar(5),
  größe integer,
  "with ""quotes""" integer,
  constraint "my pk" primary key ("order")
);
create table "group" (
  "select" integer
);
-- end

-- downgrade, lossy
-- together:
drop table "group";
drop table "Order Details";
-- end
