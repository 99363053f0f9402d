-- upgrade, reversible
alter table orders drop foreign key fk_orders_user_id_users, drop index if exists fk_orders_user_id_users;
alter table users modify column id bigint not null;
alter table orders modify column user_id bigint, add constraint fk_orders_user_id_users foreign key (user_id) references users (id);

-- downgrade, lossy
alter table orders drop foreign key fk_orders_user_id_users, drop index if exists fk_orders_user_id_users, modify column user_id integer;
alter table users modify column id integer not null;
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id);
