-- upgrade, lossy
-- together:
alter table users rename to people;
drop table orders;
-- end

-- downgrade, reversible
-- together:
create table orders (
  id bigint,
  user_id bigint not null,
  state varchar(16) default 'new' not null,
  total numeric(12, 2) default 0 not null,
  constraint pk_orders primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references people (id) on delete cascade,
  constraint ck_total check (total >= 0 and state <> 'total')
);
create index ix_orders_state_total on orders (state, total desc);
alter table people rename to users;
-- end
