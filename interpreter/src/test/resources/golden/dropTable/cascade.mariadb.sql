-- upgrade, lossy
alter table orders drop foreign key fk_orders_user_id_users, drop index if exists fk_orders_user_id_users;
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
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id) on delete cascade;
