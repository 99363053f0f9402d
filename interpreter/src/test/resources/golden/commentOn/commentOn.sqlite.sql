-- upgrade, reversible
-- note, line 5: SQLite has no comments: left out
-- note, line 6: SQLite has no comments: left out
-- note, line 7: SQLite has no comments: left out

-- downgrade, reversible
-- note, line 7: SQLite has no comments: left out
-- note, line 6: SQLite has no comments: left out
-- note, line 5: SQLite has no comments: left out
