-- Times are milliseconds since 1970 UTC, days are ISO text, ids of servers and applications are Discord's numbers.
-- A file here is never edited once released: Flyway refuses a database whose files have changed since.

-- Written to find out whether the database can be written.
CREATE TABLE heartbeat (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at   INTEGER NOT NULL
) STRICT;

-- What the keys of members are made with; never leaves this file.
CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

-- A record as it was when an answer quoted it, once for all receipts that hold it.
CREATE TABLE record_copy (
  key       INTEGER PRIMARY KEY,
  hash      TEXT NOT NULL UNIQUE, -- SHA-256 of json in UTF-8
  record_id TEXT NOT NULL,
  json      TEXT NOT NULL
) STRICT;

CREATE INDEX record_copy_record_id ON record_copy (record_id);

CREATE TABLE receipt (
  key        INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  scope      TEXT NOT NULL,
  created    INTEGER NOT NULL,
  language   TEXT NOT NULL,
  as_of      TEXT NOT NULL,
  question   TEXT, -- null unless the server keeps questions
  member     TEXT, -- made by MemberKeys; null for nobody
  about TEXT NOT NULL, -- the index and the limits asked for: JSON object of texts
  measures   TEXT NOT NULL, -- JSON array of record ids
  related    TEXT NOT NULL -- JSON array of texts
) STRICT;

CREATE INDEX receipt_created ON receipt (created);
CREATE INDEX receipt_member ON receipt (member) WHERE member IS NOT NULL;

CREATE TABLE receipt_statement (
  receipt    INTEGER NOT NULL REFERENCES receipt ON DELETE CASCADE,
  position   INTEGER NOT NULL,
  block      TEXT NOT NULL,
  record_id  TEXT NOT NULL,
  first_char INTEGER NOT NULL,
  end_char   INTEGER NOT NULL,
  hash       TEXT NOT NULL,
  PRIMARY KEY (receipt, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_record (
  receipt     INTEGER NOT NULL REFERENCES receipt ON DELETE CASCADE,
  record_copy INTEGER NOT NULL REFERENCES record_copy,
  PRIMARY KEY (receipt, record_copy)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_record_record_copy ON receipt_record (record_copy);

-- The last receipt takes the copy with it.
CREATE TRIGGER record_copy_unused AFTER DELETE ON receipt_record
WHEN NOT EXISTS (SELECT 1 FROM receipt_record WHERE record_copy = OLD.record_copy)
BEGIN
  DELETE FROM record_copy WHERE key = OLD.record_copy;
END;

CREATE TABLE feedback (
  receipt INTEGER NOT NULL REFERENCES receipt ON DELETE CASCADE,
  member  TEXT NOT NULL,
  verdict TEXT NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (receipt, member)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_member ON feedback (member);
CREATE INDEX feedback_at ON feedback (at);

CREATE TABLE server_settings (
  server             INTEGER PRIMARY KEY,
  language           TEXT, -- null: the language of the question
  private_by_default INTEGER NOT NULL,
  feedback           INTEGER NOT NULL,
  keep_questions     INTEGER NOT NULL
) STRICT;

CREATE TABLE server_channel (
  server  INTEGER NOT NULL REFERENCES server_settings ON DELETE CASCADE,
  channel INTEGER NOT NULL,
  PRIMARY KEY (server, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE registration (
  application INTEGER PRIMARY KEY,
  hash        TEXT NOT NULL,
  at          INTEGER NOT NULL
) STRICT;

-- Append-only. AUTOINCREMENT: a number is never given twice.
CREATE TABLE audit (
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  at      INTEGER NOT NULL,
  scope   TEXT NOT NULL,
  actor   TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail  TEXT NOT NULL
) STRICT;

CREATE INDEX audit_scope ON audit (scope, number);

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- REPLACE deletes without the trigger above.
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
