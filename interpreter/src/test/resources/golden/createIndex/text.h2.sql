-- upgrade, reversible
create table notes (
  id bigint,
  body character varying,
  constraint pk_notes primary key (id)
);
create index ix_notes_body on notes (body);

-- downgrade, lossy
drop table notes;
