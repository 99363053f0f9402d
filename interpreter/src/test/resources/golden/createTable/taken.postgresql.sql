-- upgrade, reversible
-- together:
alter table orders rename to old_orders;
create table orders (
  id bigint,
  user_id bigint,
  state text,
  total integer,
  constraint pk_orders_2 primary key (id),
  constraint fk_orders_user_id_users_2 foreign key (user_id) references users (id),
  constraint ck_orders_total check (total > 0)
);
create index ix_orders_state_total_2 on orders (state, total);
-- end

-- downgrade, lossy
-- together:
drop table orders;
alter table old_orders rename to orders;
-- end
