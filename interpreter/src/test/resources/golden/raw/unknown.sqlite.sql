-- upgrade, irreversible
-- together:
alter table orders drop column total;
-- alter table orders: made of what the database has then;
alter table users add column x integer;
drop table users;
-- end

-- no way back: revision "case" cannot be undone
