package import Times

/// A line of the file with which `ssh-keygen -Y verify` is told whose keys count for what.
package struct AllowedSigner: Hashable, Sendable {
    /// Who signs; one exact identity and no pattern.
    package let identity: String
    package let namespace: String
    package let key: SSHKey
    /// From when and until when signatures count, in whole seconds; nil leaves that end open.
    package let after: Timestamp?
    package let before: Timestamp?

    /// A line; nil where identity or namespace hold what the file would read as a pattern, a list or the end of a word.
    package init?(_ identity: String, _ key: SSHKey, namespace: String, after: Timestamp? = nil, before: Timestamp? = nil) {
        guard Self.isExact(identity), Self.isExact(namespace) else { return nil }
        self.identity = identity
        self.namespace = namespace
        self.key = key
        self.after = after
        self.before = before
    }

    private static func isExact(_ word: String) -> Bool {
        guard let first = word.utf8.first, first != UInt8(ascii: "@"), first != UInt8(ascii: "-") else { return false }
        return word.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: "@._+-/=".utf8.contains($0)
            }
        }
    }

    /// The line without its line end.
    package var line: String {
        var options = "namespaces=\"\(namespace)\""
        if let after { options += ",valid-after=\"\(Self.digits(after))\"" }
        if let before { options += ",valid-before=\"\(Self.digits(before))\"" }
        return "\(identity) \(options) \(key.line)"
    }

    /// `20261125090203Z`, which is also what `ssh-keygen -O verify-time=` takes.
    package static func digits(_ moment: Timestamp) -> String {
        Timestamp(seconds: moment.seconds).rfc3339.filter { $0.isNumber || $0 == "Z" }
    }
}
