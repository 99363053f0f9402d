-- upgrade, reversible
-- together:
create table notes (
  id bigint,
  body text,
  title text,
  constraint pk_notes primary key (id),
  constraint uq_notes_title unique (title)
);
create index ix_notes_id_body on notes (id, body);
-- end

-- downgrade, lossy
drop table notes;
