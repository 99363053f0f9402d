-- upgrade, reversible
create table "t 😀" (
  "id 😀" bigint,
  constraint "pk_t 😀" primary key ("id 😀")
);

-- downgrade, lossy
drop table "t 😀";
