-- A register of griffie, schema 1 (doc/register.md says what each table means and how to ask it things).
-- Truth: content, ledger. Derived from the records by the reader: reading, statement, mention, passage.
-- Views that `griffie rebuild` recomputes from both: all the others.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Documents as received, once for the same bytes. `bytes` is NULL only after redaction.
CREATE TABLE content (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB, redacted TEXT) STRICT;

-- One entry a row; the columns beside `body` repeat what stands in it, so that SQL can find them.
CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, act TEXT NOT NULL,
  item TEXT,              -- the item that the entry is about
  other TEXT,             -- another item (merge, supersede) or event ("EVENT:…") that it touches
  record TEXT, target INTEGER,   -- the entry that it undoes, accepts or rejects
  body TEXT NOT NULL,     -- canonical JSON (RFC 8785)
  leaf_hash TEXT NOT NULL -- SHA-256 of 0x00 and body (RFC 6962), lower-case hexadecimal
) STRICT;
CREATE INDEX ledger_item ON ledger (item) WHERE item IS NOT NULL;
CREATE INDEX ledger_other ON ledger (other) WHERE other IS NOT NULL;
CREATE INDEX ledger_record ON ledger (record) WHERE record IS NOT NULL;
CREATE INDEX ledger_target ON ledger (target) WHERE target IS NOT NULL;
CREATE TRIGGER ledger_keeps BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE record (
  record TEXT PRIMARY KEY, sha256 TEXT NOT NULL REFERENCES content (sha256), media TEXT, title TEXT, genre TEXT, lang TEXT, date TEXT,
  issuer_id TEXT, addressee_id TEXT, dossier TEXT, session TEXT, source TEXT, label TEXT, label_level INTEGER NOT NULL DEFAULT 0,
  entry INTEGER NOT NULL -- record.add or the last record.replace
) STRICT;
CREATE INDEX record_date ON record (date);
CREATE INDEX record_dossier ON record (dossier) WHERE dossier IS NOT NULL;

-- `head` and `tail` are the `record` and `end` lines; with the bodies of mention and statement in order of `line` they are the reading.
-- `text` is the clean text that offsets point into, NULL when it is the document itself.
CREATE TABLE reading (
  record TEXT PRIMARY KEY REFERENCES record (record), reader TEXT, sha256 TEXT NOT NULL, head TEXT NOT NULL, tail TEXT, text TEXT
) STRICT;
CREATE TABLE passage (passage INTEGER PRIMARY KEY, record TEXT NOT NULL REFERENCES record (record), text TEXT NOT NULL) STRICT;
CREATE INDEX passage_record ON passage (record);
CREATE TABLE statement (
  record TEXT NOT NULL REFERENCES record (record), line INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, sub TEXT,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, issuer_id TEXT, addressee_id TEXT, actor_id TEXT, action TEXT,
  due_value TEXT, due_anchor TEXT, event TEXT, -- the event of due_anchor
  confidence INTEGER,                          -- per mille
  passage INTEGER NOT NULL REFERENCES passage (passage), body TEXT NOT NULL,
  PRIMARY KEY (record, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_passage ON statement (passage);
CREATE INDEX statement_event ON statement (event) WHERE event IS NOT NULL;
CREATE INDEX statement_kind ON statement (kind);
CREATE TABLE mention (
  record TEXT NOT NULL REFERENCES record (record), line INTEGER NOT NULL, kind TEXT NOT NULL, sub TEXT, "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL, value TEXT, event TEXT, body TEXT NOT NULL, PRIMARY KEY (record, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_event ON mention (event) WHERE event IS NOT NULL;
CREATE INDEX mention_value ON mention (value) WHERE kind = 'reference';

-- Entries that an `undo` took back.
CREATE TABLE undone (seq INTEGER PRIMARY KEY, by_seq INTEGER NOT NULL) STRICT;

CREATE TABLE item (
  item TEXT PRIMARY KEY, kind TEXT NOT NULL, sub TEXT, title TEXT NOT NULL, record TEXT, statement TEXT, "start" INTEGER, "end" INTEGER,
  issuer_id TEXT, addressee_id TEXT, actor_id TEXT, assigned TEXT, opened TEXT NOT NULL,
  due_text TEXT, due_value TEXT, due_anchor TEXT, target_date TEXT, recurrence TEXT, recurrence_text TEXT, condition TEXT,
  condition_met INTEGER NOT NULL, complete INTEGER NOT NULL, binding INTEGER, label TEXT, label_level INTEGER NOT NULL,
  merged_into TEXT, passage INTEGER, confidence INTEGER, by TEXT NOT NULL, entry INTEGER NOT NULL
) STRICT;
CREATE INDEX item_record ON item (record);
CREATE INDEX item_passage ON item (passage) WHERE passage IS NOT NULL;
CREATE TABLE item_field (
  item TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, record TEXT, "start" INTEGER, "end" INTEGER, entry INTEGER NOT NULL,
  by TEXT NOT NULL, PRIMARY KEY (item, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_link (
  item TEXT NOT NULL, entry INTEGER NOT NULL, relation TEXT NOT NULL, record TEXT, statement TEXT, kind TEXT, "start" INTEGER, "end" INTEGER,
  "on" TEXT, confidence INTEGER, proposed INTEGER NOT NULL, reason TEXT, by TEXT NOT NULL, PRIMARY KEY (item, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_link_record ON item_link (record);
CREATE TABLE item_closing (
  item TEXT NOT NULL, entry INTEGER NOT NULL, "as" TEXT NOT NULL, "on" TEXT NOT NULL, record TEXT, "start" INTEGER, "end" INTEGER, other TEXT,
  confidence INTEGER, proposed INTEGER NOT NULL, reason TEXT, by TEXT NOT NULL, PRIMARY KEY (item, entry)
) STRICT, WITHOUT ROWID;
CREATE TABLE item_note (item TEXT NOT NULL, entry INTEGER PRIMARY KEY, text TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX item_note_item ON item_note (item);
-- Its first due moment; what recurs does so by `recurrence` from there.
CREATE TABLE moment (
  item TEXT NOT NULL, number INTEGER NOT NULL, due TEXT NOT NULL, "from" TEXT, "to" TEXT, event TEXT, recurrence TEXT, PRIMARY KEY (item, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX moment_event ON moment (event) WHERE event IS NOT NULL;
-- `state`: expected (only a year or season is known), known, moved (by an entry), held (it took place).
CREATE TABLE event (
  event TEXT PRIMARY KEY, name TEXT, "from" TEXT, "to" TEXT, state TEXT NOT NULL, record TEXT, entry INTEGER, by TEXT
) STRICT, WITHOUT ROWID;
