-- upgrade, reversible
alter table users add column full_name text default '' not null;
alter table users add column nick varchar(20);
alter table users add constraint uq_users_nick unique (nick);
alter table users add constraint ck_users_nick check (nick <> '');
alter table users add column boss bigint;
alter table users add constraint fk_users_boss_users foreign key (boss) references users (id) on delete set null;
update users set full_name = (name), nick = null;

-- downgrade, lossy
alter table users drop constraint fk_users_boss_users;
alter table users drop column boss;
alter table users drop constraint ck_users_nick;
alter table users drop constraint uq_users_nick;
alter table users drop column nick;
alter table users drop column full_name;
