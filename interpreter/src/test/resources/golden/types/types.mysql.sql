-- upgrade, lossy
alter table people modify column mood enum('sad', 'ok', 'happy', 'fine') default 'ok';
update people set mood = 'fine' where mood = 'ok';
alter table people modify column mood enum('sad', 'fine', 'happy') default 'fine';
drop table people;

-- no way back: MySQL has no type for feeling[]
