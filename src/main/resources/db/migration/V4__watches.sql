-- Where changes are told: a channel of a server, or a member in private, who is told of what is global only.
CREATE TABLE watch_place (
  key         INTEGER PRIMARY KEY,
  scope       TEXT NOT NULL, -- whose sources it may be told of
  channel     INTEGER NOT NULL, -- 0 for in private
  member      INTEGER NOT NULL, -- 0 for a channel
  language    TEXT NOT NULL,
  zone        TEXT NOT NULL DEFAULT 'UTC',
  silent_from INTEGER NOT NULL DEFAULT 0, -- hours of the zone's day; the same as silent_to for never
  silent_to   INTEGER NOT NULL DEFAULT 0,
  most        INTEGER NOT NULL DEFAULT 10, -- messages a day
  day         TEXT NOT NULL DEFAULT '', -- of the zone, on which the last one was sent
  sent        INTEGER NOT NULL DEFAULT 0, -- on that day
  next_try    INTEGER NOT NULL DEFAULT 0,
  problem     TEXT,
  UNIQUE (scope, channel, member)
) STRICT;

CREATE TABLE watch (
  key     INTEGER PRIMARY KEY,
  place   INTEGER NOT NULL REFERENCES watch_place ON DELETE CASCADE,
  kind    TEXT NOT NULL,
  subject TEXT NOT NULL, -- id of a record, a topic or a side
  UNIQUE (place, kind, subject)
) STRICT;

-- What has happened in a scope and been told, or was so before anybody watched: nothing of it is told again.
CREATE TABLE watch_seen (
  scope TEXT NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (scope, event)
) STRICT, WITHOUT ROWID;

-- What is still to be sent; deleted once Discord has taken it.
CREATE TABLE watch_note (
  key    INTEGER PRIMARY KEY,
  place  INTEGER NOT NULL REFERENCES watch_place ON DELETE CASCADE,
  event  TEXT NOT NULL,
  text   TEXT NOT NULL, -- Markdown in the place's language
  bundle TEXT, -- the nonce of the message that it was tried with; null for not tried
  UNIQUE (place, event)
) STRICT;
