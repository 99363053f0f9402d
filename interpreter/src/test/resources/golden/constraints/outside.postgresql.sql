-- upgrade, irreversible
-- together:
alter table legacy add constraint uq_legacy_a_b unique (a, b);
alter table legacy drop constraint uq_legacy_c, drop constraint pk_legacy, drop constraint if exists fk;
drop index ix_legacy_a;
-- end

-- no way back: revision "case" cannot be undone
