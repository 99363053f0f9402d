-- upgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_people" (
  id integer not null,
  mood text check (mood in ('sad', 'fine', 'happy')) default 'fine',
  moods,
  constraint pk_people primary key (id)
);
insert into "mig_new_people" (id, mood, moods)
select id, (case mood when 'ok' then 'fine' else mood end), moods from people;
drop table people;
alter table "mig_new_people" rename to people;
pragma legacy_alter_table = off;
drop table people;
-- end

-- no way back: SQLite has no type for feeling[]
