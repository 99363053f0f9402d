-- upgrade, reversible
-- together:
comment on table users is 'those who buy';
comment on column users.name is 'as they say it';
comment on table users is null;
-- end

-- downgrade, reversible
-- together:
comment on table users is 'those who buy';
comment on column users.name is null;
comment on table users is null;
-- end
