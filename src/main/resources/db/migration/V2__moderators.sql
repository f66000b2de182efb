-- The catalogue of sources that moderators and feeds have added. Numbers count up within a scope, since one count for
-- all would tell each server how much the others add; none is given twice.
CREATE TABLE catalogue (
  scope       TEXT PRIMARY KEY,
  last_source INTEGER NOT NULL,
  last_feed   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The bytes of a document as it was received, once for all versions of sources that have them.
CREATE TABLE snapshot (
  key    INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size   INTEGER NOT NULL, -- in bytes; before them, so that it is read without them
  bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE source (
  scope         TEXT NOT NULL,
  number        INTEGER NOT NULL,
  address       TEXT, -- normalised; null for a file
  file_name     TEXT,
  feed          INTEGER, -- a feed's number; the feed may be gone
  state         TEXT NOT NULL,
  record_id     TEXT NOT NULL,
  record_hash   TEXT NOT NULL, -- the newest version's
  title         TEXT NOT NULL, -- the newest version's, so that completing reads no records
  added         INTEGER NOT NULL,
  added_by      TEXT NOT NULL,
  accepted      INTEGER, -- the first time; null for never
  version       INTEGER NOT NULL, -- the newest
  checked       INTEGER,
  changed       INTEGER,
  next_check    INTEGER, -- null for never
  failures      INTEGER NOT NULL,
  problem       TEXT,
  moved_to      TEXT,
  etag          TEXT,
  last_modified TEXT,
  PRIMARY KEY (scope, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX source_live_address ON source (scope, address)
WHERE state IN ('waiting', 'accepted') AND address IS NOT NULL;
CREATE UNIQUE INDEX source_live_record ON source (scope, record_id) WHERE state <> 'removed';
CREATE INDEX source_state ON source (scope, state, number);
CREATE INDEX source_record ON source (scope, record_id, state);
CREATE INDEX source_address ON source (scope, address) WHERE address IS NOT NULL;
CREATE INDEX source_accepted ON source (scope, record_id, record_hash) WHERE state = 'accepted';
CREATE INDEX source_ever_accepted ON source (scope) WHERE accepted IS NOT NULL;
CREATE INDEX source_next_check ON source (next_check)
WHERE state = 'accepted' AND next_check IS NOT NULL;

CREATE TABLE source_version (
  key         INTEGER PRIMARY KEY,
  scope       TEXT NOT NULL,
  number      INTEGER NOT NULL,
  version     INTEGER NOT NULL, -- from 1
  at          INTEGER NOT NULL,
  actor       TEXT NOT NULL,
  record_id   TEXT NOT NULL,
  record_hash TEXT NOT NULL, -- SHA-256 of record in UTF-8
  record_size INTEGER NOT NULL, -- in bytes of UTF-8
  snapshot    INTEGER NOT NULL REFERENCES snapshot,
  format      TEXT NOT NULL,
  charset     TEXT,
  retrieved   INTEGER NOT NULL,
  record      TEXT NOT NULL, -- JSON
  UNIQUE (scope, number, version),
  FOREIGN KEY (scope, number) REFERENCES source ON DELETE CASCADE
) STRICT;

CREATE INDEX source_version_size ON source_version (scope, snapshot, record_size);
CREATE INDEX source_version_snapshot ON source_version (snapshot);

-- The last version takes the snapshot with it.
CREATE TRIGGER snapshot_unused AFTER DELETE ON source_version
WHEN NOT EXISTS (SELECT 1 FROM source_version WHERE snapshot = OLD.snapshot)
BEGIN
  DELETE FROM snapshot WHERE key = OLD.snapshot;
END;

CREATE TABLE feed (
  scope         TEXT NOT NULL,
  number        INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  address       TEXT NOT NULL, -- normalised
  link_pattern  TEXT,
  added         INTEGER NOT NULL,
  added_by      TEXT NOT NULL,
  checked       INTEGER,
  next_check    INTEGER, -- null for never
  failures      INTEGER NOT NULL,
  problem       TEXT,
  etag          TEXT,
  last_modified TEXT,
  PRIMARY KEY (scope, number),
  UNIQUE (scope, address)
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_next_check ON feed (next_check) WHERE next_check IS NOT NULL;

-- What a feed has listed already.
CREATE TABLE feed_seen (
  scope TEXT NOT NULL,
  feed  INTEGER NOT NULL,
  hash  TEXT NOT NULL,
  at    INTEGER NOT NULL,
  PRIMARY KEY (scope, feed, hash),
  FOREIGN KEY (scope, feed) REFERENCES feed ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX feed_seen_at ON feed_seen (scope, feed, at);

-- How often something was asked about in vain. Of a question only its words, each for itself; of the time the week.
CREATE TABLE gap (
  scope TEXT NOT NULL,
  week  TEXT NOT NULL, -- its Monday
  kind  TEXT NOT NULL,
  term  TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (scope, week, kind, term)
) STRICT, WITHOUT ROWID;

CREATE INDEX gap_week ON gap (week);

ALTER TABLE server_settings ADD COLUMN take_feed_items INTEGER NOT NULL DEFAULT 0;
ALTER TABLE server_settings ADD COLUMN receipt_days INTEGER; -- null: as many as the operator says

CREATE INDEX receipt_scope ON receipt (scope, created);

-- Whose members are moderators of the bot in a server beside those who manage the server.
CREATE TABLE server_moderator_role (
  server INTEGER NOT NULL REFERENCES server_settings ON DELETE CASCADE,
  role   INTEGER NOT NULL,
  PRIMARY KEY (server, role)
) STRICT, WITHOUT ROWID;
