-- upgrade, lossy
create domain mood_mig_new as enum ('sad', 'fine', 'happy');
alter table people alter column mood set data type mood_mig_new using cast(case cast(mood as varchar) when 'ok' then 'fine' else cast(mood as varchar) end as mood_mig_new);
alter table people alter column mood set default 'fine';
drop domain mood;
alter domain mood_mig_new rename to mood;
alter domain mood rename to feeling;
create domain size as enum ('s', 'm');
drop domain size;
drop table people;
drop domain feeling;

-- no way back: H2 has no type for feeling[]
