-- upgrade, reversible
-- together:
alter table users add column full_name text default '' not null, add column nick varchar(20), add constraint uq_users_nick unique (nick), add constraint ck_users_nick check (nick <> '');
alter table users add column boss bigint, add constraint fk_users_boss_users foreign key (boss) references users (id) on delete set null;
update users set full_name = (name), nick = null;
-- end

-- downgrade, lossy
alter table users drop constraint fk_users_boss_users, drop column boss, drop constraint ck_users_nick, drop constraint uq_users_nick, drop column nick, drop column full_name;
