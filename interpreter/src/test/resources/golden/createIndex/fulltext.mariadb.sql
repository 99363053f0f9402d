-- upgrade, reversible
create table films (
  id bigint not null,
  title varchar(200),
  story longtext,
  primary key (id)
);
create fulltext index ix_films_words on films (title, story);
create index ix_films_story on films (story(20), title desc);

-- downgrade, lossy
drop table films;
