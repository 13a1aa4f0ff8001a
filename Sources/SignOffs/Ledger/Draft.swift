package import Seals
import Times

/// An entry before it is appended: its number, its time and its salts come from the ledger.
package struct Draft: Sendable {
    /// The largest attachment, in bytes.
    package static let attachmentLimit = 64 << 20
    /// The most attachments of one entry.
    package static let attachmentCountLimit = 64

    package var kind: EntryKind
    package var says: Says?
    package var order: String?
    package var question: Digest?
    /// All else that is recorded, as canonical JSON: the person, the key, addresses, the answer file.
    package var body: JSON
    /// Files that belong to it, byte for byte: a mail, a scan, a signature.
    package var attachments: [[UInt8]]

    package init(
        _ kind: EntryKind, says: Says? = nil, order: String? = nil, question: Digest? = nil, body: JSON, attachments: [[UInt8]] = []
    ) {
        self.kind = kind
        self.says = says
        self.order = order
        self.question = question
        self.body = body
        self.attachments = attachments
    }

    /// The bytes of the body, once all of the draft is found fit for a ledger.
    func requireFit() throws(LedgerTrouble) -> [UInt8] {
        if let order, !Leaf.isOrderName(order) { throw .unfit(.orderName) }
        guard attachments.count <= Self.attachmentCountLimit else { throw .unfit(.tooManyAttachments) }
        guard attachments.allSatisfy({ $0.count <= Self.attachmentLimit }) else { throw .unfit(.attachmentTooLarge) }
        guard case .object = body, let bytes = try? body.canonicalBytes() else { throw .unfit(.body) }
        return bytes
    }
}

/// An entry with all that is kept of it.
package struct Entry: Hashable, Sendable {
    /// Bytes, and the salt that opens their commitment.
    package struct Content: Hashable, Sendable {
        package let salt: Salt
        package let bytes: [UInt8]
    }

    package let leaf: Leaf
    /// Canonical JSON; nil where it was redacted.
    package let body: Content?
    /// In the order of the leaf; none where they were redacted.
    package let attachments: [Content]

    /// True where the content was destroyed and the leaf is all that is left.
    package var isRedacted: Bool { body == nil }

    /// The body as a value; nil where it was redacted.
    package var record: JSON? { body.flatMap { try? JSON(canonical: $0.bytes) } }
}
