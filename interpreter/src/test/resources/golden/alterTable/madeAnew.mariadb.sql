-- upgrade, reversible
create table authors (
  id bigint not null auto_increment,
  name varchar(50) not null,
  primary key (id)
);
create table books (
  id bigint not null auto_increment,
  author_id bigint not null,
  title varchar(100) not null,
  price decimal(8, 2),
  primary key (id),
  constraint fk_books_author_id_authors foreign key (author_id) references authors (id) on delete cascade,
  constraint ck_price check (price > 0)
);
create index ix_books_title on books (title);
alter table books modify column title varchar(200) not null, modify column price decimal(8, 2) not null, add column isbn varchar(20), add constraint uq_books_isbn unique (isbn);
alter table books drop constraint ck_price, add constraint ck_books_price check (price > 0);

-- downgrade, lossy
alter table books drop constraint ck_books_price, add constraint ck_price check (price > 0);
alter table books drop index uq_books_isbn, drop column isbn, modify column price decimal(8, 2), modify column title varchar(100) not null;
drop table books;
drop table authors;
