package import Times

/// What the person who imports says about an export, because the export itself cannot say it.
package struct ImportOptions: Sendable {
    /// From which of NetBox's fields an object's owner is taken.
    package enum OwnerSource: String, CaseIterable, Sendable {
        case tenant, contact, owner
    }

    /// The day of the export: what is in it was so on that day. NetBox's own dates say when a row was typed.
    package var asOf: CivilDate?
    /// The person who stands behind the export: a contact of the client.
    package var vouchedBy: String?
    /// Nil where nothing in NetBox says who decides: then nobody is written as owner.
    package var ownerFrom: OwnerSource?
    /// The id of the client, for a folder that has no `client.yaml` yet.
    package var client: String

    package init(client: String, asOf: CivilDate? = nil, vouchedBy: String? = nil, ownerFrom: OwnerSource? = nil) {
        self.client = client
        self.asOf = asOf
        self.vouchedBy = vouchedBy
        self.ownerFrom = ownerFrom
    }

    /// The evidence of imported facts. Without a day and a person behind it, it is a document of unknown age: expired.
    var evidence: Value {
        guard let asOf, let vouchedBy, !vouchedBy.isEmpty else { return .map([.init("source", .text("document"))]) }
        return .map([.init("source", .text("document")), .init("seen", .plain(asOf.written)), .init("by", .text(vouchedBy))])
    }

    var isVouched: Bool { asOf != nil && vouchedBy?.isEmpty == false }
}

extension CivilDate {
    /// `2026-11-01`.
    fileprivate var written: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
