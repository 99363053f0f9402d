-- upgrade, reversible

-- downgrade, reversible
