-- upgrade, reversible
alter table users comment = 'those who buy';
alter table users modify column name longtext comment 'as they say it';
alter table users comment = '';

-- downgrade, reversible
alter table users comment = 'those who buy';
alter table users modify column name longtext;
alter table users comment = '';
