-- upgrade, reversible
create table notes (
  id bigint,
  body character varying,
  title character varying,
  constraint pk_notes primary key (id),
  constraint uq_notes_title unique (title)
);
create index ix_notes_id_body on notes (id, body);

-- downgrade, lossy
drop table notes;
