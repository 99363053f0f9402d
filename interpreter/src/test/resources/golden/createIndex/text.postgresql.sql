-- upgrade, reversible
-- together:
create table notes (
  id bigint,
  body text,
  constraint pk_notes primary key (id)
);
create index ix_notes_body on notes (body);
-- end

-- downgrade, lossy
drop table notes;
