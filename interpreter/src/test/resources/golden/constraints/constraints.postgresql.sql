-- upgrade, reversible
-- together:
alter table orders add constraint uq_orders_user_id unique (user_id), add constraint ck_state check (state <> '') not valid, validate constraint ck_state;
alter table orders rename constraint ck_state to ck_orders_state;
alter table orders drop constraint ck_total, drop constraint uq_orders_user_id, drop constraint fk_orders_user_id_users, drop constraint pk_orders, add constraint pk_orders primary key (id, user_id), add constraint fk_orders_user_id_users foreign key (user_id) references users (id), add constraint ck_orders_1 check (total > 0), add constraint ck_orders_2 check (total > 1);
-- end

-- downgrade, reversible
-- together:
alter table orders drop constraint ck_orders_2, drop constraint ck_orders_1, drop constraint fk_orders_user_id_users, drop constraint pk_orders, add constraint pk_orders primary key (id), add constraint fk_orders_user_id_users foreign key (user_id) references users (id) on delete cascade;
alter table orders add constraint uq_orders_user_id unique (user_id), add constraint ck_total check (total >= 0 and state <> 'total');
alter table orders rename constraint ck_orders_state to ck_state;
alter table orders drop constraint ck_state, drop constraint uq_orders_user_id;
-- end
