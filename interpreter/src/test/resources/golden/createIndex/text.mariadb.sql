-- upgrade, reversible
create table notes (
  id bigint not null,
  body longtext,
  primary key (id)
);
create index ix_notes_body on notes (body);

-- downgrade, lossy
drop table notes;
