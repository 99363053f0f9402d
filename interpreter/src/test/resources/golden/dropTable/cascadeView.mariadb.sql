-- upgrade, lossy
create table people (
  id bigint not null,
  primary key (id)
);
create view ids as
select id from people;
drop view ids;
drop table people;

-- no way back: revision "case" cannot be undone
