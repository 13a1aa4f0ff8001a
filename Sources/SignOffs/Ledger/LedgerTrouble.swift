import Diagnostics
import GRDB

/// Why a ledger could not be read or written; whatever it is, nothing that was acknowledged is lost, and nothing is acknowledged.
package enum LedgerTrouble: Error, Hashable, Sendable {
    // The file.
    case missing(path: String)
    case exists(path: String)
    case notALedger(path: String)
    /// A later version of the program made it.
    case newer(path: String)
    /// Its tables, guards or journal are not those that this program made.
    case schemaChanged(path: String)
    case notReadable(path: String)
    case notWritable(path: String)
    case locked(path: String)
    case full(path: String)
    /// The name has come to stand for another file.
    case swapped(path: String)
    /// A writer was interrupted, and who only reads must not clean up behind it.
    case interrupted(path: String)
    /// SQLite cannot make sense of the file.
    case damagedFile(path: String, words: String)
    /// Reading or writing failed in another way.
    case failed(path: String, words: String)

    // What is in it.
    /// An entry is not what it was when it was appended.
    case damaged(Damage, entry: Int)
    /// A checkpoint in the ledger is not one of its own.
    case damagedCheckpoint(size: Int)
    /// There are fewer entries than a checkpoint says that there were.
    case rolledBack(size: Int, known: KnownCheckpoint)
    /// The ledger has another history than a checkpoint that its own key signed.
    case otherHistory(known: KnownCheckpoint)

    // What was asked of it.
    /// The key is not the ledger's.
    case wrongKey
    case noSuchEntry(Int)
    /// What the ledger writes for itself stays, and what has gone cannot go again.
    case notRedactable(Int)
    /// A body or an attachment that has no place in a ledger.
    case unfit(Unfit)

    /// Why a draft is not appended.
    package enum Unfit: Hashable, Sendable {
        case orderName, body, attachmentTooLarge, tooManyAttachments, kindOfLedger
    }

    /// What is wrong with an entry.
    package enum Damage: Hashable, Sendable {
        /// Its place is empty, or it stands at another.
        case place
        /// It has no leaf, or bytes that are none of this ledger.
        case leaf
        /// The first entry is no beginning, or a later one is.
        case genesis
        /// The mark of a clock that went back is missing, or stands without reason.
        case clock
        /// The body is not what the leaf commits to, or no canonical JSON.
        case body
        /// An attachment is not what the leaf commits to, is missing, or stands too much.
        case attachment(place: Int)
        /// The content is gone, and no redaction says so.
        case contentMissing
        /// The content is there, though a redaction says that it is gone.
        case contentThere
        /// What the ledger wrote for itself does not read as such: a key, a redaction.
        case record
    }
}

extension LedgerTrouble {
    /// What SQLite says, as a trouble with the file.
    init(_ error: DatabaseError, path: String) {
        let words = error.message ?? "\(error.resultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED: .swapped(path: path)
            case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK: .interrupted(path: path)
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .notWritable(path: path)
            case .SQLITE_CANTOPEN: .notReadable(path: path)
            case .SQLITE_NOTADB: .notALedger(path: path)
            case .SQLITE_CORRUPT, .SQLITE_FORMAT: .damagedFile(path: path, words: words)
            default: .failed(path: path, words: words)
            }
    }

    /// Does some work with a file, and says every failure of it as a trouble.
    static func telling<Value>(_ path: String, _ work: () throws -> Value) throws(LedgerTrouble) -> Value {
        do {
            return try work()
        } catch let trouble as LedgerTrouble {
            throw trouble
        } catch let error as DatabaseError {
            throw LedgerTrouble(error, path: path)
        } catch {
            throw .failed(path: path, words: "\(error)")
        }
    }
}
