-- upgrade, reversible
create alias twice for 'java.lang.Math.abs(int)';

-- downgrade, reversible
drop alias twice;
