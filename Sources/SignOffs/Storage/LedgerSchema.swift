import GRDB

/// The tables of a ledger, step by step, each step with a name that stays.
enum LedgerSchema {
    /// `prmm`: says in the file's header what the file is.
    static let applicationID: Int32 = 0x7072_6D6D

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("entries, attachments and checkpoints") { database in
            try database.execute(sql: tables)
            try database.execute(sql: guards)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        return migrator
    }

    /// Text is what `sqlite3` shows to whoever wants to look; what is redacted becomes null.
    private static let tables = """
        CREATE TABLE entry (
            n INTEGER PRIMARY KEY CHECK (n >= 0),
            leaf TEXT NOT NULL,
            salt BLOB CHECK (length(salt) = 32),
            body TEXT,
            CHECK ((salt IS NULL) = (body IS NULL))
        ) STRICT;
        CREATE TABLE attachment (
            id INTEGER PRIMARY KEY,
            n INTEGER NOT NULL REFERENCES entry (n),
            place INTEGER NOT NULL CHECK (place >= 0),
            salt BLOB NOT NULL CHECK (length(salt) = 32),
            bytes BLOB NOT NULL,
            UNIQUE (n, place)
        ) STRICT;
        CREATE TABLE checkpoint (
            size INTEGER PRIMARY KEY CHECK (size > 0),
            note TEXT NOT NULL
        ) STRICT;
        """

    /// What keeps our own mistakes out. `BEFORE INSERT` is among them because `INSERT OR REPLACE` passes the other two. Contents go
    /// only in the transaction that has just appended the entry which says so; as leaf and body are canonical, its words are looked for
    /// as they are, for a schema that is not trusted may not call SQLite's JSON.
    private static let guards = """
        CREATE TRIGGER entry_is_appended BEFORE INSERT ON entry
        WHEN NEW.n <> (SELECT coalesce(max(n), -1) + 1 FROM entry) OR NEW.salt IS NULL
        BEGIN SELECT RAISE(ABORT, 'entries are appended, one after another'); END;
        CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries are kept'); END;
        CREATE TRIGGER entry_is_redacted BEFORE UPDATE ON entry
        WHEN NEW.n <> OLD.n OR NEW.leaf <> OLD.leaf OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM entry WHERE n = (SELECT max(n) FROM entry) AND n > OLD.n
            AND instr(leaf, '"kind":"redacted"') AND instr(body, '{"entry":' || OLD.n || ',') = 1)
        BEGIN SELECT RAISE(ABORT, 'of an entry only the content goes, and only by a redaction'); END;
        CREATE TRIGGER attachment_is_appended BEFORE INSERT ON attachment
        WHEN NEW.n <> (SELECT max(n) FROM entry)
            OR NEW.place <> (SELECT coalesce(max(place), -1) + 1 FROM attachment WHERE n = NEW.n)
            OR EXISTS (SELECT 1 FROM attachment WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'attachments are appended with their entry'); END;
        CREATE TRIGGER attachment_is_kept BEFORE UPDATE ON attachment
        BEGIN SELECT RAISE(ABORT, 'attachments are kept as they are'); END;
        CREATE TRIGGER attachment_is_redacted BEFORE DELETE ON attachment
        WHEN NOT EXISTS (
            SELECT 1 FROM entry WHERE n = (SELECT max(n) FROM entry) AND n > OLD.n
            AND instr(leaf, '"kind":"redacted"') AND instr(body, '{"entry":' || OLD.n || ',') = 1)
        BEGIN SELECT RAISE(ABORT, 'attachments go only by a redaction'); END;
        CREATE TRIGGER checkpoint_is_appended BEFORE INSERT ON checkpoint
        WHEN NEW.size <= (SELECT coalesce(max(size), 0) FROM checkpoint) OR NEW.size > (SELECT count(*) FROM entry)
        BEGIN SELECT RAISE(ABORT, 'checkpoints are appended, one for each size'); END;
        CREATE TRIGGER checkpoint_is_kept BEFORE UPDATE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'checkpoints are kept as they are'); END;
        CREATE TRIGGER checkpoint_stays BEFORE DELETE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'checkpoints are kept'); END;
        """

    /// Every statement that made the tables of a database, with what it made.
    static func statements(of database: Database) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
    }

    /// What `statements` must be.
    static let expectedStatements = Result {
        let empty = try DatabaseQueue()
        try migrator.migrate(empty)
        return try empty.read { try statements(of: $0) }
    }
}
