-- upgrade, lossy
alter table users drop index uq_users_email, drop column email;

-- downgrade, reversible
alter table users add column email varchar(200);
update users set email = (name || '@example.com');
alter table users modify column email varchar(200) not null, add constraint uq_users_email unique (email);
