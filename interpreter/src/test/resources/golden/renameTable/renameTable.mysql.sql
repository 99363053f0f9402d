-- upgrade, lossy
rename table users to people;
drop table orders;

-- downgrade, reversible
create table orders (
  id bigint not null,
  user_id bigint not null,
  state varchar(16) not null default 'new',
  total decimal(12, 2) not null default 0,
  primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references people (id) on delete cascade,
  constraint ck_total check (total >= 0 and state <> 'total')
);
create index ix_orders_state_total on orders (state, total desc);
rename table people to users;
