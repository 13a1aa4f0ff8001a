import Foundation
import Testing
import UnluckyDisk

/// A disk that remembers what SQLite asked of it for one ledger, and that can lose power or be full.
final class WatchedDisk {
    private static let isRegistered = unlucky_register() == 0

    /// One act, in the order in which they were asked for.
    struct Event {
        let kind: unlucky_kind
        let isJournal: Bool
        let offset: Int
        let bytes: [UInt8]
    }

    /// What is on the disk: the ledger's file and its journal, if there is one.
    struct State: Hashable {
        var file: [UInt8]
        var journal: [UInt8]?

        mutating func take(_ event: Event) {
            guard event.isJournal else {
                Self.change(&file, event)
                return
            }
            if event.kind == unlucky_delete {
                journal = nil
            } else {
                var bytes = journal ?? []
                Self.change(&bytes, event)
                journal = bytes
            }
        }

        private static func change(_ bytes: inout [UInt8], _ event: Event) {
            switch event.kind {
            case unlucky_write:
                let end = event.offset + event.bytes.count
                if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
                bytes.replaceSubrange(event.offset..<end, with: event.bytes)
            case unlucky_truncate: bytes = Array(bytes.prefix(event.offset))
            default: break
            }
        }

        /// Puts it into a folder, where a ledger can be opened.
        func write(to path: String) throws {
            try Data(file).write(to: URL(filePath: path))
            try? FileManager.default.removeItem(atPath: path + "-journal")
            if let journal { try Data(journal).write(to: URL(filePath: path + "-journal")) }
        }
    }

    /// Watches the file at a path, which must be opened after this.
    init(_ path: String) throws {
        try #require(Self.isRegistered)
        unsafe unlucky_watch(path)
    }

    deinit {
        unlucky_watch(nil)
    }

    var count: Int { Int(unlucky_count()) }

    func events(from start: Int = 0) -> [Event] {
        (start..<count).map { index in
            let event = unsafe unlucky_event_at(Int32(index))
            let bytes = unsafe Array(UnsafeBufferPointer(start: event.bytes, count: Int(event.size)))
            return unsafe Event(kind: event.kind, isJournal: event.is_journal != 0, offset: Int(event.offset), bytes: bytes)
        }
    }

    func fill(after writes: Int) { unlucky_fill_after(Int32(writes)) }
    func empty() { unlucky_fill_after(-1) }
}
