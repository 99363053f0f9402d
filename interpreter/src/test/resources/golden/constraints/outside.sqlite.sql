-- upgrade, irreversible
-- together:
-- alter table legacy: made of what the database has then;
drop index ix_legacy_a;
-- end

-- no way back: revision "case" cannot be undone
