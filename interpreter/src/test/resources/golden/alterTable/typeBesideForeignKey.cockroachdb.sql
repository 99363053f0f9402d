-- upgrade, reversible
alter table orders drop constraint fk_orders_user_id_users;
alter table users alter column id set data type bigint;
alter table orders alter column user_id set data type bigint;
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id);

-- downgrade, lossy
alter table orders drop constraint fk_orders_user_id_users;
alter table orders alter column user_id set data type integer;
alter table users alter column id set data type integer;
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id);
