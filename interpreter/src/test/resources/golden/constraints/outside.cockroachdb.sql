-- upgrade, irreversible
alter table legacy add constraint uq_legacy_a_b unique (a, b);
alter table legacy drop constraint uq_legacy_c;
alter table legacy drop constraint pk_legacy;
alter table legacy drop constraint if exists fk;
drop index ix_legacy_a;

-- no way back: revision "case" cannot be undone
