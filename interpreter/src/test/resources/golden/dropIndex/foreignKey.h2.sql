-- upgrade, reversible
alter table orders add column state varchar(16) default 'new' not null;
create index ix_orders_user_id_state on orders (user_id, state);
alter table orders drop constraint fk_orders_user_id_users;
drop index ix_orders_user_id;
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id);

-- downgrade, lossy
create index ix_orders_user_id on orders (user_id);
alter table orders drop constraint fk_orders_user_id_users;
drop index ix_orders_user_id_state;
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id);
alter table orders drop column state;
