-- upgrade, lossy
alter table users drop column email;

-- downgrade, reversible
alter table users add column email varchar(200);
update users set email = (name || '@example.com');
alter table users alter column email set not null;
alter table users add constraint uq_users_email unique (email);
