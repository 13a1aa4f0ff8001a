package import Seals

/// The entry of one answer: each answer of a file has its own, so that its leaf can say what was said about what.
package struct AnswerRecord: Hashable, Sendable {
    package let answers: AnswerFile
    /// The bytes of the answer file, whose digest says whether it was entered before.
    package let file: [UInt8]
    /// Which of its answers.
    package let answer: Answer
    package let proof: Hearing.Proof
    /// What else is kept with it: the raw mail, the scan.
    package let carrier: [[UInt8]]
    /// Who of us entered it.
    package let recorder: String
    /// True where the file was not received and only what leads to more caution in it counts.
    package let isReported: Bool

    package init(
        _ answer: Answer, of answers: AnswerFile, _ file: [UInt8], proof: Hearing.Proof, carrier: [[UInt8]], recorder: String,
        isReported: Bool
    ) {
        self.answers = answers
        self.file = file
        self.answer = answer
        self.proof = proof
        self.carrier = carrier
        self.recorder = recorder
        self.isReported = isReported
    }

    /// The record that an entry holds; nil for other entries, and where it was redacted.
    package init?(_ entry: Entry) {
        guard [.answer, .reported].contains(entry.leaf.kind), let record = entry.record, let file = entry.attachments.first?.bytes,
            record["file"]?.text == Digest(of: file).text, let answers = try? AnswerFile(file),
            let answer = answers.answers.first(where: { $0.id == record["answer"]?.text }), let recorder = record["recorder"]?.text,
            let proof = Hearing.Proof(record["proof"]?.text, signature: entry.attachments.dropFirst().first?.bytes)
        else { return nil }
        let parts = proof.signature == nil ? 1 : 2
        self.init(
            answer, of: answers, file, proof: proof, carrier: entry.attachments.dropFirst(parts).map(\.bytes), recorder: recorder,
            isReported: entry.leaf.kind == .reported)
    }

    /// The entry to append: the answer file, the signature where there is one, and what carried it are its attachments.
    ///
    /// - Parameters:
    ///   - question: The digest of the question that it answers; nil where that is not known.
    ///   - order: The order that the question is about; nil where that is not known.
    package func draft(question: Digest?, order: String?) -> Draft {
        Draft(
            isReported ? .reported : .answer, says: answer.says, order: order, question: question,
            body: [
                "answer": .string(answer.id), "by": .string(answers.contact), "file": .string(Digest(of: file).text),
                "proof": .string(proof.word), "recorder": .string(recorder), "v": .string(Entry.bodyVersion),
            ], attachments: [file] + (proof.signature.map { [$0] } ?? []) + carrier)
    }
}

extension Hearing.Proof {
    /// The signature as it came; nil for other proofs.
    package var signature: [UInt8]? {
        guard case .signature(let bytes) = self else { return nil }
        return bytes
    }

    fileprivate var word: String {
        switch self {
        case .signature: "signature"
        case .hand: "hand"
        case .carrier: "carrier"
        case .none: "none"
        }
    }

    fileprivate init?(_ word: String?, signature: [UInt8]?) {
        switch (word, signature) {
        case ("signature", let bytes?): self = .signature(bytes)
        case ("hand", _): self = .hand
        case ("carrier", _): self = .carrier
        case ("none", _): self = .none
        default: return nil
        }
    }
}
