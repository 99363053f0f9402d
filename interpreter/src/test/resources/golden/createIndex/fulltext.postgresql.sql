-- upgrade, reversible
create table films (
  id bigint,
  title varchar(200),
  story text,
  constraint pk_films primary key (id)
);

-- downgrade, lossy
drop table films;
