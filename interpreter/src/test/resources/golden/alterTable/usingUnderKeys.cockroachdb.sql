-- upgrade, reversible
create table t (
  id bigint,
  price varchar(10) default '0' not null,
  note varchar(10),
  constraint pk_t primary key (id),
  constraint ck_t_price check (price <> ''),
  constraint uq_t_price unique (price)
);
create index ix_t_note_price on t (note, price desc);
insert into t (id, price) values (1, '3 EUR');
alter table t alter column price drop default;
alter table t alter column price set data type varchar(20) using ('EUR ' || substring(price, 1, 1));
alter table t alter column price set default '0';

-- downgrade, lossy
alter table t alter column price drop default;
alter table t alter column price set data type varchar(10) using (substring(price, 5, 1) || ' EUR');
alter table t alter column price set default '0';
drop table t;
