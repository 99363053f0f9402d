-- upgrade, irreversible
alter table legacy add constraint uq_legacy_a_b unique (a, b), drop constraint uq_legacy_c, drop primary key, drop constraint if exists fk;
alter table legacy drop index ix_legacy_a;

-- no way back: revision "case" cannot be undone
