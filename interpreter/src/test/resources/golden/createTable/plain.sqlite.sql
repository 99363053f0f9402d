-- upgrade, reversible
create table orders (
  id integer constraint pk_orders primary key autoincrement,
  total decimal(12, 2) default 0 not null,
  state varchar(16) default 'new' not null,
  open boolean default true not null,
  note text,
  placed_at timestamp default current_timestamp not null
);

-- downgrade, lossy
drop table orders;
