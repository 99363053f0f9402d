-- upgrade, reversible
alter table t rename to u;

-- downgrade, reversible
alter table u rename to t;
