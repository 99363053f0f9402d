-- upgrade, reversible
create table "t 😀" (
  "id 😀" bigint not null,
  constraint "pk_t 😀" primary key ("id 😀")
);

-- downgrade, lossy
drop table "t 😀";
