-- upgrade, reversible
create domain email as text;
create table raw (id int);
alter table raw add column b integer;
create alias a as 'x';
create alias b as 'y';
create alias twice for 'java.lang.Math.abs(int)';
create table only_here (
  id integer
);
create index ix_only_here_id on only_here (id);
x;
select case when (select count(*) = 0 from raw) then 1 else 0 end;

-- downgrade, lossy
y;
drop index ix_only_here_id;
drop table only_here;
drop alias twice;
alter table raw drop column b;
drop table raw;
drop domain email;
