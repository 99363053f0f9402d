-- upgrade, reversible
create table orders (
  id bigint not null auto_increment,
  total decimal(12, 2) not null default 0,
  state varchar(16) not null default 'new',
  open tinyint(1) not null default true,
  note longtext,
  placed_at timestamp(6) not null default current_timestamp(6),
  primary key (id)
);

-- downgrade, lossy
drop table orders;
