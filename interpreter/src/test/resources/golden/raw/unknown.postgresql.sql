-- upgrade, irreversible
-- together:
alter table orders drop column total;
alter table orders drop column nothing, alter column whatever set not null;
alter table users add column x integer;
drop table users;
-- end

-- no way back: revision "case" cannot be undone
