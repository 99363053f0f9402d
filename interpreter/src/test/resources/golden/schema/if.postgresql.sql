-- upgrade, irreversible
-- together:
create schema if not exists a;
drop schema if exists a cascade;
drop schema if exists a;
-- end

-- no way back: revision "case" cannot be undone
