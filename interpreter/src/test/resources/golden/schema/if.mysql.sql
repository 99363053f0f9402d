-- upgrade, irreversible
create schema if not exists a;
drop schema if exists a;
select case when not exists (select 1 from information_schema.tables where table_schema = 'a') then 1 else 0 end;
drop schema if exists a;

-- no way back: revision "case" cannot be undone
