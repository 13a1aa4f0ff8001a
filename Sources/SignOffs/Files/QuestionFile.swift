package import Diagnostics
package import Seals
package import Times

/// The questions that are put to one person: what was decided to be asked, in whose words, until when.
package struct QuestionFile: Hashable, Sendable {
    /// The form of question files that this program writes and reads.
    static let version = "primum/questions/1"
    /// The most decisions in one file.
    package static let questionLimit = 5

    /// The digests of what was at hand when it was asked; recorded and not compared.
    package struct Binds: Hashable, Sendable {
        package var order: Digest
        package var people: Digest
        package var policy: Digest
        package var tool: String

        package init(_ order: Digest, people: Digest, policy: Digest, tool: String) {
            self.order = order
            self.people = people
            self.policy = policy
            self.tool = tool
        }
    }

    /// What was answered before about these objects, and why it is asked again.
    package struct Earlier: Hashable, Sendable {
        package var entry: Int
        package var at: Timestamp
        package var says: Says
        package var whyAgain: String

        package init(_ entry: Int, at: Timestamp, says: Says, whyAgain: String) {
            self.entry = entry
            self.at = at
            self.says = says
            self.whyAgain = whyAgain
        }
    }

    /// The origin of the ledger.
    package var ledger: String
    package var order: String
    /// The contact who is asked, and his party.
    package var to: String
    package var party: String
    package var language: Language
    /// 32 hexadecimal digits, so that no two files are the same.
    package var nonce: String
    package var askedAt: Timestamp
    /// Without a receipt by then nothing was recorded, and nobody may rely on it.
    package var receiptBy: Timestamp
    package var answerBy: Timestamp
    package var validUntil: Timestamp
    package var binds: Binds
    package var earlier: [Earlier]
    package var questions: [Question]

    /// Reads a question file.
    ///
    /// - Throws: `FileFault`, the first one.
    package init(_ bytes: [UInt8]) throws(FileFault) {
        var fields = try FieldReader(file: bytes, version: Self.version)
        ledger = try fields.origin("ledger")
        order = try fields.text("order", limit: Leaf.orderLimit, .word)
        to = try fields.text("to", limit: 200, .word)
        party = try fields.text("party", limit: 200, .word)
        language = try fields.word("language", Language.self)
        nonce = try fields.text("nonce", limit: 32, .word)
        guard Seals.bytes(hexadecimal: nonce)?.count == 16 else { throw FileFault(.notANonce, at: "nonce") }
        askedAt = try fields.moment("asked_at")
        receiptBy = try fields.moment("receipt_by")
        answerBy = try fields.moment("answer_by")
        validUntil = try fields.moment("valid_until")
        var binds = try fields.object("binds")
        self.binds = Binds(
            try binds.digest("order"), people: try binds.digest("people"), policy: try binds.digest("policy"),
            tool: try binds.text("tool", limit: 100, .word))
        try binds.end()
        earlier = try fields.list("earlier", count: 50) { value, place throws(FileFault) in try Earlier(value, at: place) }
        questions = try fields.list("questions", count: Self.questionLimit) { value, place throws(FileFault) in
            try Question(value, at: place)
        }
        guard !questions.isEmpty else { throw FileFault(.empty, at: "questions") }
        for (index, question) in questions.enumerated() where questions[..<index].contains(where: { $0.id == question.id }) {
            throw FileFault(.twice, at: "questions[\(index)].id")
        }
        try fields.end()
    }

    package init(
        ledger: String, order: String, to: String, party: String, language: Language, nonce: String, askedAt: Timestamp,
        receiptBy: Timestamp, answerBy: Timestamp, validUntil: Timestamp, binds: Binds, earlier: [Earlier], questions: [Question]
    ) {
        self.ledger = ledger
        self.order = order
        self.to = to
        self.party = party
        self.language = language
        self.nonce = nonce
        self.askedAt = askedAt
        self.receiptBy = receiptBy
        self.answerBy = answerBy
        self.validUntil = validUntil
        self.binds = binds
        self.earlier = earlier
        self.questions = questions
    }

    /// The file as a value.
    package var json: JSON {
        [
            "answer_by": .string(answerBy.rfc3339), "asked_at": .string(askedAt.rfc3339),
            "binds": [
                "order": .string(binds.order.text), "people": .string(binds.people.text), "policy": .string(binds.policy.text),
                "tool": .string(binds.tool),
            ],
            "earlier": .array(earlier, \.json), "language": .string(language.rawValue), "ledger": .string(ledger),
            "nonce": .string(nonce), "order": .string(order), "party": .string(party), "questions": .array(questions, \.json),
            "receipt_by": .string(receiptBy.rfc3339), "to": .string(to), "v": .string(Self.version),
            "valid_until": .string(validUntil.rfc3339),
        ]
    }

    /// The bytes of the file, whose digest names it.
    ///
    /// - Throws: `FileFault` where these would not be read again: a text that is too long, say.
    package func canonicalBytes() throws(FileFault) -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try json.canonicalBytes() } catch { throw FileFault(.notCanonical(error.kind)) }
        _ = try QuestionFile(bytes)
        return bytes
    }
}

extension QuestionFile.Earlier {
    fileprivate init(_ value: JSON, at place: String) throws(FileFault) {
        var fields = try FieldReader(value, at: place)
        self.init(
            try fields.number("n"), at: try fields.moment("at"), says: try fields.word("says", Says.self),
            whyAgain: try fields.text("why_again"))
        try fields.end()
    }

    fileprivate var json: JSON {
        ["at": .string(at.rfc3339), "n": JSON(entry), "says": .string(says.rawValue), "why_again": .string(whyAgain)]
    }
}
