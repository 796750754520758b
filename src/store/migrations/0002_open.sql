-- What is to be translated or to be finished, counted by article; `exclusion` and `number` close it, so that this is done without a
-- look at the table.
CREATE INDEX IF NOT EXISTS head_open ON head (article, status, stale, exclusion, number)
    WHERE status IN ('draft', 'untranslated') AND number IS NOT NULL AND exclusion IS NULL;
