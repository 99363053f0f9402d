-- upgrade, reversible
alter table orders drop constraint uq_orders_user_id;
alter table orders drop constraint fk_orders_user_id_users;

-- downgrade, reversible
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id);
alter table orders add constraint uq_orders_user_id unique (user_id);
