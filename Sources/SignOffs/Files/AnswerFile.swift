package import Diagnostics
package import Seals
package import Times

/// What one person answered to a question file: these very bytes are what is signed, the words that were shown included.
package struct AnswerFile: Hashable, Sendable {
    /// The form of answer files that this program writes and reads.
    static let version = "primum/answers/1"
    /// The namespace of SSH signatures over answer files.
    package static let namespace = "primum-answers-v1"

    /// The origin of the ledger.
    package var ledger: String
    /// The digest of the question file.
    package var questions: Digest
    /// The checkpoint that came with the questions: who signs the file countersigns all history before it.
    package var checkpoint: SignedCheckpoint
    /// Who answers, and the name as he typed it.
    package var contact: String
    package var typed: String
    /// The answerer's own clock, which proves nothing.
    package var at: Timestamp
    package var language: Language
    package var answers: [Answer]

    /// Reads an answer file.
    ///
    /// - Throws: `FileFault`, the first one.
    package init(_ bytes: [UInt8]) throws(FileFault) {
        var fields = try FieldReader(file: bytes, version: Self.version)
        ledger = try fields.origin("ledger")
        questions = try fields.digest("questions")
        let note = try fields.text("checkpoint", limit: Note.sizeLimit)
        guard let checkpoint = SignedCheckpoint(note.utf8) else { throw FileFault(.notACheckpoint, at: "checkpoint") }
        self.checkpoint = checkpoint
        var by = try fields.object("by")
        contact = try by.text("contact", limit: 200, .word)
        typed = try by.text("typed", limit: 200, .word)
        try by.end()
        at = try fields.moment("at")
        language = try fields.word("language", Language.self)
        answers = try fields.list("answers", count: QuestionFile.questionLimit) { value, place throws(FileFault) in
            try Answer(value, at: place)
        }
        guard !answers.isEmpty else { throw FileFault(.empty, at: "answers") }
        for (index, answer) in answers.enumerated() where answers[..<index].contains(where: { $0.id == answer.id }) {
            throw FileFault(.twice, at: "answers[\(index)].id")
        }
        try fields.end()
    }

    package init(
        ledger: String, questions: Digest, checkpoint: SignedCheckpoint, contact: String, typed: String, at: Timestamp, language: Language,
        answers: [Answer]
    ) {
        self.ledger = ledger
        self.questions = questions
        self.checkpoint = checkpoint
        self.contact = contact
        self.typed = typed
        self.at = at
        self.language = language
        self.answers = answers
    }

    /// The file as a value.
    package var json: JSON {
        [
            "answers": .array(answers, \.json), "at": .string(at.rfc3339),
            "by": ["contact": .string(contact), "typed": .string(typed)], "checkpoint": .string(checkpoint.note.written),
            "language": .string(language.rawValue), "ledger": .string(ledger), "questions": .string(questions.text),
            "v": .string(Self.version),
        ]
    }

    /// The bytes of the file, whose digest names it.
    ///
    /// - Throws: `FileFault` where these would not be read again.
    package func canonicalBytes() throws(FileFault) -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try json.canonicalBytes() } catch { throw FileFault(.notCanonical(error.kind)) }
        _ = try AnswerFile(bytes)
        return bytes
    }

    /// True where a file that is not read may hold a refusal or a don't-know: whoever brought it should record that otherwise.
    package static func mayHoldCaution(_ bytes: [UInt8]) -> Bool {
        Says.allCases.contains { $0.isCaution && bytes.firstRange(of: Array("\"\($0.rawValue)\"".utf8)) != nil }
    }
}

/// What one person answered to one question.
package struct Answer: Hashable, Sendable {
    /// The words that stood before him.
    package struct Shown: Hashable, Sendable {
        package let text: String
        package let certain: [String]
        package let possible: [String]
        package let unknown: String?
        package let ifNo: String

        /// What a question shows.
        package init(_ question: Question) {
            (text, certain, possible) = (question.text, question.certain, question.possible)
            (unknown, ifNo) = (question.unknown, question.ifNo)
        }
    }

    package var id: String
    package var shown: Shown
    package var says: Says
    /// What he said before any guess of ours was shown.
    package var recall: String?
    package var readBack: String?
    /// The number of the choice, from zero.
    package var check: Int?
    package var words: String?
    package var condition: String?
    /// How long he took, by his own clock.
    package var seconds: Int?

    package init(
        id: String, shown: Shown, says: Says, recall: String? = nil, readBack: String? = nil, check: Int? = nil, words: String? = nil,
        condition: String? = nil, seconds: Int? = nil
    ) {
        self.id = id
        self.shown = shown
        self.says = says
        self.recall = recall
        self.readBack = readBack
        self.check = check
        self.words = words
        self.condition = condition
        self.seconds = seconds
    }

    fileprivate init(_ value: JSON, at place: String) throws(FileFault) {
        var fields = try FieldReader(value, at: place)
        id = try fields.text("id", limit: 100, .word)
        shown = try Shown(try fields.value("shown"), at: "\(place).shown")
        says = try fields.word("says", Says.self)
        guard says != .heardFrom else { throw FileFault(.notAWord, at: "\(place).says") }
        recall = try fields.optionalText("recall", .theirs)
        readBack = try fields.optionalText("read_back", limit: 200, .word)
        check = try fields.optionalNumber("check")
        words = try fields.optionalText("words", .theirs)
        condition = try fields.optionalText("condition", .theirs)
        seconds = try fields.optionalNumber("seconds")
        try fields.end()
    }

    fileprivate var json: JSON {
        .object(leavingOutNil: [
            "check": check.map { JSON($0) }, "condition": condition.map { .string($0) }, "id": .string(id),
            "read_back": readBack.map { .string($0) }, "recall": recall.map { .string($0) }, "says": .string(says.rawValue),
            "seconds": seconds.map { JSON($0) }, "shown": shown.json, "words": words.map { .string($0) },
        ])
    }
}

extension Answer.Shown {
    fileprivate init(_ value: JSON, at place: String) throws(FileFault) {
        var fields = try FieldReader(value, at: place)
        text = try fields.text("text")
        certain = try fields.texts("certain")
        possible = try fields.texts("possible")
        unknown = try fields.optionalText("unknown")
        ifNo = try fields.text("if_no")
        try fields.end()
    }

    fileprivate var json: JSON {
        .object(leavingOutNil: [
            "certain": .strings(certain), "if_no": .string(ifNo), "possible": .strings(possible), "text": .string(text),
            "unknown": unknown.map { .string($0) },
        ])
    }
}
