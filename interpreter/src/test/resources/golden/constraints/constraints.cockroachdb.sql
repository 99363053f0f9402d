-- upgrade, reversible
alter table orders add constraint uq_orders_user_id unique (user_id);
alter table orders add constraint ck_state check (state <> '') not valid;
alter table orders validate constraint ck_state;
alter table orders rename constraint ck_state to ck_orders_state;
alter table orders drop constraint ck_total;
alter table orders drop constraint uq_orders_user_id;
alter table orders drop constraint fk_orders_user_id_users;
alter table orders drop constraint pk_orders, add constraint pk_orders primary key (id, user_id);
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id);
alter table orders add constraint ck_orders_1 check (total > 0);
alter table orders add constraint ck_orders_2 check (total > 1);

-- downgrade, reversible
alter table orders drop constraint ck_orders_2;
alter table orders drop constraint ck_orders_1;
alter table orders drop constraint fk_orders_user_id_users;
alter table orders drop constraint pk_orders, add constraint pk_orders primary key (id);
alter table orders add constraint fk_orders_user_id_users foreign key (user_id) references users (id) on delete cascade;
alter table orders add constraint uq_orders_user_id unique (user_id);
alter table orders add constraint ck_total check (total >= 0 and state <> 'total');
alter table orders rename constraint ck_orders_state to ck_state;
alter table orders drop constraint ck_state;
alter table orders drop constraint uq_orders_user_id;
