-- upgrade, lossy
create schema a;
create table a.t (
  id integer,
  constraint pk_t primary key (id)
);
drop table a.t;
drop schema a;

-- downgrade, lossy
create schema a;
create table a.t (
  id integer,
  constraint pk_t primary key (id)
);
drop table a.t;
drop schema a;
