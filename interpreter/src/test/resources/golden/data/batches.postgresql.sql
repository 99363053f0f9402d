-- upgrade, reversible
update users set age = (age + 1) where (age > 0) -- in batches of 5000;
delete from users -- in batches of 10;

-- downgrade, reversible
update users set age = age - 1;
