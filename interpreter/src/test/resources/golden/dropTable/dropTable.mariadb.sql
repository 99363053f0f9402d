-- upgrade, lossy
drop table orders;
drop table users;

-- downgrade, reversible
create table users (
  id bigint not null auto_increment,
  email varchar(200) not null,
  name longtext,
  age integer default 0,
  primary key (id),
  constraint uq_users_email unique (email),
  constraint ck_users_age check (age >= 0)
);
create table orders (
  id bigint not null,
  user_id bigint not null,
  state varchar(16) not null default 'new',
  total decimal(12, 2) not null default 0,
  primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (id) on delete cascade,
  constraint ck_total check (total >= 0 and state <> 'total')
);
create index ix_orders_state_total on orders (state, total desc);
