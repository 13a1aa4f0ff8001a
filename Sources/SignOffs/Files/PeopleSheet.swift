package import Seals
package import Times

/// One page about the people of a party: what we claim of them, until the party signs it.
package struct PeopleSheet: Hashable, Sendable {
    /// The form of sheets that this program writes and reads.
    static let version = "primum/people/1"
    /// The namespace of SSH signatures over sheets.
    package static let namespace = "primum-people-v1"

    /// Over what a person decides, and what, in the words of the client folder.
    package struct Authority: Hashable, Sendable {
        package let over: String
        package let may: [String]

        package init(over: String, may: [String]) {
            self.over = over
            self.may = may
        }
    }

    /// A person of the party.
    package struct Contact: Hashable, Sendable {
        package var id: String
        package var name: String
        package var email: String?
        package var keys: [SSHKey]
        package var authority: [Authority]
        /// Until when all of it holds; nil for no end.
        package var until: Timestamp?

        package init(id: String, name: String, email: String?, keys: [SSHKey], authority: [Authority], until: Timestamp?) {
            self.id = id
            self.name = name
            self.email = email
            self.keys = keys
            self.authority = authority
            self.until = until
        }
    }

    /// The origin of the ledger.
    package var ledger: String
    package var party: String
    /// Where the party wants what was recorded to be sent.
    package var recordAddress: String?
    package var contacts: [Contact]
    /// The digest of the sheet before; nil for the first one.
    package var previous: Digest?
    /// The ledger's key, so that the party holds it.
    package var ourKey: NoteKey

    package init(
        ledger: String, party: String, recordAddress: String?, contacts: [Contact], previous: Digest?, ourKey: NoteKey
    ) {
        self.ledger = ledger
        self.party = party
        self.recordAddress = recordAddress
        self.contacts = contacts
        self.previous = previous
        self.ourKey = ourKey
    }

    /// Reads a sheet. One key and one address belong to one person.
    ///
    /// - Throws: `FileFault`, the first one.
    package init(_ bytes: [UInt8]) throws(FileFault) {
        var fields = try FieldReader(file: bytes, version: Self.version)
        ledger = try fields.origin("ledger")
        party = try fields.text("party", limit: 200, .word)
        recordAddress = try fields.optionalText("record_address", limit: 320, .word)
        contacts = try fields.list("contacts", count: 500) { value, place throws(FileFault) in try Contact(value, at: place) }
        previous = fields.has("previous") ? try fields.digest("previous") : nil
        guard let key = NoteKey(try fields.text("our_key", limit: 500, .word)), key.name == ledger else {
            throw FileFault(.notAKey, at: "our_key")
        }
        ourKey = key
        try fields.end()
        try requireOneOfEach()
    }

    private func requireOneOfEach() throws(FileFault) {
        var seen: Set<String> = []
        for (index, contact) in contacts.enumerated() {
            let parts =
                [("id", "id:\(contact.id)")] + contact.keys.map { ("keys", $0.line) }
                + (contact.email.map { [("email", "email:\($0.lowercased())")] } ?? [])
            for (field, mark) in parts where !seen.insert(mark).inserted { throw FileFault(.twice, at: "contacts[\(index)].\(field)") }
        }
    }

    /// The sheet as a value.
    package var json: JSON {
        .object(leavingOutNil: [
            "contacts": .array(contacts, \.json), "ledger": .string(ledger), "our_key": .string(ourKey.text), "party": .string(party),
            "previous": previous.map { .string($0.text) }, "record_address": recordAddress.map { .string($0) }, "v": .string(Self.version),
        ])
    }

    /// The bytes of the sheet, whose digest the printed page bears.
    ///
    /// - Throws: `FileFault` where these would not be read again: a key that two people have, say.
    package func canonicalBytes() throws(FileFault) -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try json.canonicalBytes() } catch { throw FileFault(.notCanonical(error.kind)) }
        _ = try PeopleSheet(bytes)
        return bytes
    }

    /// The contact of this sheet, which is vouched for, whose key signed the next one and who may do so; nil where there is none.
    package func voucher(of next: [UInt8], _ signature: SSHSignature, at now: Timestamp) -> Contact? {
        guard signature.holds(over: next, namespace: Self.namespace) else { return nil }
        return contacts.first { contact in
            contact.keys.contains(signature.key) && contact.until.map { now <= $0 } != false
                && contact.authority.contains { $0.may.contains("people") }
        }
    }
}

extension PeopleSheet.Contact {
    fileprivate init(_ value: JSON, at place: String) throws(FileFault) {
        var fields = try FieldReader(value, at: place)
        id = try fields.text("id", limit: 200, .word)
        name = try fields.text("name", limit: 200, .word)
        email = try fields.optionalText("email", limit: 320, .word)
        keys = try fields.list("keys", count: 20) { value, place throws(FileFault) in
            let line = try FieldReader.text(value, limit: 8_192, .word, at: place)
            guard let key = try? SSHKey(line: line), key.line == line else { throw FileFault(.notAKey, at: place) }
            return key
        }
        authority = try fields.list("authority", count: 100) { value, place throws(FileFault) in
            var fields = try FieldReader(value, at: place)
            let authority = PeopleSheet.Authority(
                over: try fields.text("over", .word), may: try fields.texts("may", count: 30, limit: 100, .word))
            try fields.end()
            return authority
        }
        until = fields.has("until") ? try fields.moment("until") : nil
        try fields.end()
    }

    fileprivate var json: JSON {
        .object(leavingOutNil: [
            "authority": .array(authority) { ["may": .strings($0.may), "over": .string($0.over)] }, "email": email.map { .string($0) },
            "id": .string(id), "keys": .strings(keys.map(\.line)), "name": .string(name), "until": until.map { .string($0.rfc3339) },
        ])
    }
}
