-- Lists made by scripts, words that documents must have, a pace of its own, and since when something is wrong.
ALTER TABLE feed ADD COLUMN pointer TEXT; -- where in JSON the list is
ALTER TABLE feed ADD COLUMN words TEXT; -- one a line; null for all documents
ALTER TABLE feed ADD COLUMN every INTEGER NOT NULL DEFAULT 3600000; -- in milliseconds
ALTER TABLE feed ADD COLUMN problem_since INTEGER;
