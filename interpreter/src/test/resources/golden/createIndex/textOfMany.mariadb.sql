-- upgrade, reversible
create table notes (
  id bigint not null,
  title longtext,
  kind integer,
  primary key (id),
  constraint uq_notes_title unique (title)
);
create unique index ix_notes_kind_title on notes (kind, title);

-- downgrade, lossy
drop table notes;
