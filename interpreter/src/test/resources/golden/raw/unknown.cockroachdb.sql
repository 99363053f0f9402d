-- upgrade, irreversible
alter table orders drop column total;
alter table orders drop column nothing;
alter table orders alter column whatever set not null;
alter table users add column x integer;
drop table users;

-- no way back: revision "case" cannot be undone
