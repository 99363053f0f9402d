-- upgrade, reversible
-- together:
insert into users (id, email, name) values
  (1, 'a@b', null),
  (2, 'it''s main', 'x');
create table t (
  a integer,
  b timestamptz(6)
);
insert into t (a, b) values
  (default, current_timestamp),
  ((1 + 1), current_timestamp);
insert into t (a)
select id from users;
update t set a = 1;
delete from t where (a = 1);
insert into t (…) values … -- every row of people.csv;
-- end

-- downgrade, lossy
-- together:
drop table t;
delete from users where (id = 2) or (id = 1);
-- end
