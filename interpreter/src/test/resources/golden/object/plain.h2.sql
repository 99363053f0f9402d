-- upgrade, reversible
create alias twice as $$ int twice(int x) { return 2 * x; } $$;

-- downgrade, reversible
drop alias twice;
