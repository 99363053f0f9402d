-- upgrade, irreversible
drop table if exists users;
drop table if exists legacy;

-- no way back: revision "case" cannot be undone
