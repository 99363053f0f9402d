-- upgrade, reversible
-- together:
create table notes (
  id bigint,
  title text,
  kind integer,
  constraint pk_notes primary key (id),
  constraint uq_notes_title unique (title)
);
create unique index ix_notes_kind_title on notes (kind, title);
-- end

-- downgrade, lossy
drop table notes;
