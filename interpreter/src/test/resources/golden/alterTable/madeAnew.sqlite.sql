-- upgrade, reversible
-- together:
create table authors (
  id integer constraint pk_authors primary key autoincrement,
  name varchar(50) not null
);
create table books (
  id integer constraint pk_books primary key autoincrement,
  author_id bigint not null,
  title varchar(100) not null,
  price decimal(8, 2),
  constraint fk_books_author_id_authors foreign key (author_id) references authors (id) on delete cascade,
  constraint ck_price check (price > 0)
);
create index ix_books_title on books (title);
create index ix_cheap on books (lower(title)) where (price < 5);
create view cheap as
select id, title from books where price < 5;
create trigger priced after update on books begin
  update authors set name = name where id = new.author_id;
end;
pragma legacy_alter_table = on;
create table "mig_new_books" (
  id integer constraint pk_books primary key autoincrement,
  author_id bigint not null,
  title varchar(200) not null,
  price decimal(8, 2) not null,
  isbn varchar(20),
  constraint fk_books_author_id_authors foreign key (author_id) references authors (id) on delete cascade,
  constraint ck_books_price check (price > 0),
  constraint uq_books_isbn unique (isbn)
);
insert into "mig_new_books" (id, author_id, title, price)
select id, author_id, title, price from books;
delete from sqlite_sequence where name = 'mig_new_books';
insert into sqlite_sequence (name, seq) select 'mig_new_books', seq from sqlite_sequence where name = 'books' collate nocase;
drop table books;
alter table "mig_new_books" rename to books;
pragma legacy_alter_table = off;
create index ix_books_title on books (title);
create index ix_cheap on books (lower(title)) where (price < 5);
CREATE TRIGGER priced after update on books begin
  update authors set name = name where id = new.author_id;
end;
-- end

-- downgrade, lossy
-- together:
pragma legacy_alter_table = on;
create table "mig_new_books" (
  id integer constraint pk_books primary key autoincrement,
  author_id bigint not null,
  title varchar(100) not null,
  price decimal(8, 2),
  constraint fk_books_author_id_authors foreign key (author_id) references authors (id) on delete cascade,
  constraint ck_price check (price > 0)
);
insert into "mig_new_books" (id, author_id, title, price)
select id, author_id, title, price from books;
delete from sqlite_sequence where name = 'mig_new_books';
insert into sqlite_sequence (name, seq) select 'mig_new_books', seq from sqlite_sequence where name = 'books' collate nocase;
drop table books;
alter table "mig_new_books" rename to books;
pragma legacy_alter_table = off;
create index ix_books_title on books (title);
create index ix_cheap on books (lower(title)) where (price < 5);
CREATE TRIGGER priced after update on books begin
  update authors set name = name where id = new.author_id;
end;
-- fails where a view or trigger needs what is gone
alter table books rename column id to id;
drop trigger priced;
drop view cheap;
drop table books;
drop table authors;
-- end
