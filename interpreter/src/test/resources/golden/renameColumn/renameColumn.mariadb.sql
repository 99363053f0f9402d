-- upgrade, lossy
alter table orders rename column total to amount;
alter table orders rename column state to total;
alter table users rename column id to user_id;
drop table orders;

-- downgrade, reversible
create table orders (
  id bigint not null,
  user_id bigint not null,
  total varchar(16) not null default 'new',
  amount decimal(12, 2) not null default 0,
  primary key (id),
  constraint fk_orders_user_id_users foreign key (user_id) references users (user_id) on delete cascade,
  constraint ck_total check (amount >= 0 and total <> 'total')
);
create index ix_orders_state_total on orders (total, amount desc);
alter table users rename column user_id to id;
alter table orders rename column total to state;
alter table orders rename column amount to total;
