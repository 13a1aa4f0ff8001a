package import Seals

/// What the record holds of the files that went out and came back: what is needed to receive another.
package struct FileRecord {
    /// A question file, and the entry that says that it was asked.
    package struct Asked: Hashable, Sendable {
        package let entry: Int
        package let file: QuestionFile

        package init(entry: Int, file: QuestionFile) {
            self.entry = entry
            self.file = file
        }
    }

    /// The origin of the ledger.
    package let ledger: String
    /// The question files by their digests.
    package let asked: [Digest: Asked]
    /// The answer files that were entered, by their digests, with their entries.
    package let entered: [Digest: Int]
    /// True where a checkpoint is one of this ledger's own history, signed by its key.
    package let isOwn: (SignedCheckpoint) -> Bool

    package init(
        ledger: String, asked: [Digest: Asked], entered: [Digest: Int], isOwn: @escaping (SignedCheckpoint) -> Bool
    ) {
        self.ledger = ledger
        self.asked = asked
        self.entered = entered
        self.isOwn = isOwn
    }
}

/// What becomes of an answer file when it comes in: lines 1 to 3 of the deciding table.
package enum Reception: Sendable {
    /// Line 1: it is not entered. Where it may hold a refusal or a don't-know, whoever brought it records that otherwise.
    case rejected(Reason, mayHoldCaution: Bool)
    /// Line 2: it was entered before, and is not entered again.
    case alreadyEntered(Int)
    /// Line 3: it is entered as reported, and only what leads to more caution in it counts.
    case reported(AnswerFile, Reason)
    /// It answers the questions that it says it answers; each answer is judged by lines 4 to 13.
    case received(AnswerFile, FileRecord.Asked)

    /// Why a file is not received.
    package enum Reason: Hashable, Sendable {
        case form(FileFault)
        case otherLedger(String)
        /// The checkpoint in it is of a history that this ledger does not have.
        case otherHistory
        case notAsked
        /// Its checkpoint is older than the entry that says that the questions were asked.
        case olderThanAsked
        case addressedTo(String)
        case noSuchQuestion(String)
        /// What it says was shown is not what the question file says.
        case shownOtherwise(String)
        /// An answer that the question does not offer.
        case notOffered(String, Says)
    }

    /// Receives the bytes of an answer file.
    package init(_ bytes: [UInt8], _ record: FileRecord) {
        let file: AnswerFile
        do { file = try AnswerFile(bytes) } catch {
            self = .rejected(.form(error), mayHoldCaution: AnswerFile.mayHoldCaution(bytes))
            return
        }
        if let reason = Self.lineOne(file, record) {
            self = .rejected(reason, mayHoldCaution: AnswerFile.mayHoldCaution(bytes))
        } else if let entry = record.entered[Digest(of: bytes)] {
            self = .alreadyEntered(entry)
        } else if let asked = record.asked[file.questions] {
            self = Self.lineThree(file, asked).map { .reported(file, $0) } ?? .received(file, asked)
        } else {
            self = .reported(file, .notAsked)
        }
    }

    private static func lineOne(_ file: AnswerFile, _ record: FileRecord) -> Reason? {
        guard file.ledger == record.ledger else { return .otherLedger(file.ledger) }
        guard file.checkpoint.checkpoint.origin == record.ledger, record.isOwn(file.checkpoint) else { return .otherHistory }
        return nil
    }

    private static func lineThree(_ file: AnswerFile, _ asked: FileRecord.Asked) -> Reason? {
        guard file.contact == asked.file.to else { return .addressedTo(asked.file.to) }
        guard file.checkpoint.head.size > asked.entry else { return .olderThanAsked }
        for answer in file.answers {
            guard let question = asked.file.questions.first(where: { $0.id == answer.id }) else { return .noSuchQuestion(answer.id) }
            guard answer.shown == Answer.Shown(question) else { return .shownOtherwise(answer.id) }
            guard question.choices.contains(answer.says) else { return .notOffered(answer.id, answer.says) }
        }
        return nil
    }
}
