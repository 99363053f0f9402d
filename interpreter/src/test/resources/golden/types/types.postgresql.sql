-- upgrade, lossy
-- together:
alter type mood rename value 'ok' to 'fine';
alter type mood rename to feeling;
create type size as enum ('s', 'm');
drop type size;
drop table people;
drop type feeling;
-- end

-- downgrade, reversible
-- together:
create type feeling as enum ('sad', 'fine', 'happy');
create table people (
  id integer,
  mood feeling default 'fine',
  moods feeling[],
  constraint pk_people primary key (id)
);
create type size as enum ('s', 'm');
drop type size;
alter type feeling rename to mood;
alter type mood rename value 'fine' to 'ok';
-- end
