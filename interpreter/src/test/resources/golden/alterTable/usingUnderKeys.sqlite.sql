-- upgrade, reversible
-- together:
create table t (
  id bigint not null,
  price varchar(10) default '0' not null,
  note varchar(10),
  constraint pk_t primary key (id),
  constraint ck_t_price check (price <> ''),
  constraint uq_t_price unique (price)
);
create index ix_t_note_price on t (note, price desc);
insert into t (id, price) values (1, '3 EUR');
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id bigint not null,
  price varchar(20) default '0' not null,
  note varchar(10),
  constraint pk_t primary key (id),
  constraint ck_t_price check (price <> ''),
  constraint uq_t_price unique (price)
);
insert into "mig_new_t" (rowid, id, price, note)
select rowid, id, ('EUR ' || substring(price, 1, 1)), note from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
create index ix_t_note_price on t (note, price desc);
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_t" (
  id bigint not null,
  price varchar(10) default '0' not null,
  note varchar(10),
  constraint pk_t primary key (id),
  constraint ck_t_price check (price <> ''),
  constraint uq_t_price unique (price)
);
insert into "mig_new_t" (rowid, id, price, note)
select rowid, id, (substring(price, 5, 1) || ' EUR'), note from t;
drop table t;
alter table "mig_new_t" rename to t;
pragma legacy_alter_table = off;
create index ix_t_note_price on t (note, price desc);
drop table t;
-- end
