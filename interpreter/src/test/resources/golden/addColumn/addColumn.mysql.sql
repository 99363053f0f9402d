-- upgrade, reversible
alter table users add column full_name longtext not null default (''), add column nick varchar(20), add constraint uq_users_nick unique (nick), add constraint ck_users_nick check (nick <> ''), add column boss bigint, add constraint fk_users_boss_users foreign key (boss) references users (id) on delete set null;
update users set full_name = (name), nick = null;

-- downgrade, lossy
alter table users drop foreign key fk_users_boss_users, drop index fk_users_boss_users, drop column boss, drop constraint ck_users_nick, drop index uq_users_nick, drop column nick, drop column full_name;
