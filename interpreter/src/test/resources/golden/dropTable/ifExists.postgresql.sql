-- upgrade, irreversible
-- together:
drop table if exists users;
drop table if exists legacy;
-- end

-- no way back: revision "case" cannot be undone
