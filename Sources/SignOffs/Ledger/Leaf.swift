package import Seals
package import Times

/// The thin part of an entry, which stays for ever: all that is personal lies behind its commitments.
package struct Leaf: Hashable, Sendable {
    /// The form of leaves that this program writes and reads.
    static let version = "primum/entry/1"
    /// The longest name of an order, in bytes.
    package static let orderLimit = 200

    /// The place in the ledger, from zero.
    package let number: Int
    /// The recorder's clock, in whole seconds.
    package let at: Timestamp
    /// True where the clock showed less than at the entry before.
    package let isClockBack: Bool
    /// The origin of the ledger.
    package let ledger: String
    package let kind: EntryKind
    package let order: String?
    /// The digest of the question that it is about.
    package let question: Digest?
    package let says: Says?
    /// The commitment to the body.
    package let body: Digest
    /// The commitments to the attachments, in their order.
    package let files: [Digest]

    /// The bytes that are hashed: canonical JSON.
    package var canonicalBytes: [UInt8] {
        var text = "{\"at\":\"\(at.rfc3339)\",\"body\":\"\(body.text)\""
        if isClockBack { text += ",\"clock\":\"back\"" }
        if !files.isEmpty { text += ",\"files\":[\"\(files.map(\.text).joined(separator: "\",\""))\"]" }
        text += ",\"kind\":\"\(kind.rawValue)\",\"ledger\":\"\(ledger)\",\"n\":\(number)"
        if let order { text += ",\"order\":\"\(order)\"" }
        if let question { text += ",\"question\":\"\(question.text)\"" }
        if let says { text += ",\"says\":\"\(says.rawValue)\"" }
        return Array((text + ",\"v\":\"\(Self.version)\"}").utf8)
    }

    /// True for what can name an order in a leaf: some text without controls, quotation marks and backslashes.
    package static func isOrderName(_ name: String) -> Bool {
        (1...orderLimit).contains(name.utf8.count) && name.utf8.allSatisfy(isOfOrderName)
    }

    static func isOfOrderName(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
