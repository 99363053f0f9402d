-- upgrade, lossy
-- together:
create schema a;
create table a.t (
  id integer,
  constraint pk_t primary key (id)
);
drop table a.t;
drop schema a;
-- end

-- downgrade, lossy
-- together:
create schema a;
create table a.t (
  id integer,
  constraint pk_t primary key (id)
);
drop table a.t;
drop schema a;
-- end
