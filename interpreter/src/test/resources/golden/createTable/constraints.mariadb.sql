-- upgrade, reversible
create table countries (
  code char(2) not null,
  primary key (code)
);
create table cities (
  country char(2) not null,
  name varchar(50) not null,
  mayor varchar(50),
  people integer,
  capital tinyint(1),
  twin_country char(2),
  twin_name varchar(50),
  constraint fk_cities_country_countries foreign key (country) references countries (code) on delete cascade,
  constraint uq_cities_name unique (name),
  constraint uq_cities_mayor unique (mayor),
  constraint ck_cities_people check (people >= 0),
  primary key (country, name),
  constraint ck_names check (name <> ''),
  constraint ck_cities_1 check (people < 1000000000),
  constraint uq_cities_name_mayor unique (name, mayor),
  constraint fk_twin foreign key (twin_country, twin_name) references cities (country, name) on delete set null on update no action
);

-- downgrade, lossy
drop table cities;
drop table countries;
