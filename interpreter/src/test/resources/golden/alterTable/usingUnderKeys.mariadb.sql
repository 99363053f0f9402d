-- upgrade, reversible
create table t (
  id bigint not null,
  price varchar(10) not null default '0',
  note varchar(10),
  primary key (id),
  constraint ck_t_price check (price <> ''),
  constraint uq_t_price unique (price)
);
create index ix_t_note_price on t (note, price desc);
insert into t (id, price) values (1, '3 EUR');
alter table t add column price_mig_new varchar(20) after price;
update t set price_mig_new = ('EUR ' || substring(price, 1, 1));
alter table t drop constraint ck_t_price, drop index uq_t_price, drop index ix_t_note_price, drop column price, change column price_mig_new price varchar(20) not null default '0', add constraint ck_t_price check (price <> ''), add constraint uq_t_price unique (price), add index ix_t_note_price (note, price desc);

-- downgrade, lossy
alter table t add column price_mig_new varchar(10) after price;
update t set price_mig_new = (substring(price, 5, 1) || ' EUR');
alter table t drop constraint ck_t_price, drop index uq_t_price, drop index ix_t_note_price, drop column price, change column price_mig_new price varchar(10) not null default '0', add constraint ck_t_price check (price <> ''), add constraint uq_t_price unique (price), add index ix_t_note_price (note, price desc);
drop table t;
