-- upgrade, irreversible
create schema if not exists a;
drop schema if exists a cascade;
drop schema if exists a;

-- no way back: revision "case" cannot be undone
