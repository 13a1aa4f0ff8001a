import Diagnostics
import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times

/// From a question that is entered to an answer that counts, through a real ledger and back out of its file.
struct RecordTests {
    private let bench: Workbench
    private let ledger: Ledger

    init() throws {
        bench = try Workbench()
        ledger = try bench.makeLedger()
    }

    /// Enters the question, signs what it stands on, and has it answered.
    private func askAndAnswer(_ answer: Answer = Samples.answer) throws -> (file: AnswerFile, bytes: [UInt8]) {
        let asked = try AskedRecord(Samples.questions, page: Digest(of: "page"))
        try ledger.append(asked.draft, at: Samples.askedAt, using: &bench.numbers)
        var file = try Samples.answers(answer)
        file.checkpoint = try ledger.checkpoint(signedBy: bench.signer)
        return (file, try file.canonicalBytes())
    }

    @Test func `a question is entered, answered, received, entered and judged`() throws {
        let (_, bytes) = try askAndAnswer()
        guard case .received(let received, let asked) = Reception(bytes, try FileRecord(ledger)) else {
            Issue.record("\(Reception(bytes, try FileRecord(ledger)))")
            return
        }
        let question = try #require(asked.file.questions.first)
        let record = AnswerRecord(
            received.answers[0], of: received, bytes, proof: .signature(try Samples.sign(bytes)), carrier: [Array("Received: from …".utf8)],
            recorder: "ivanov", isReported: false)
        let number = try ledger.append(
            record.draft(question: try question.digest(), order: asked.file.order), at: Samples.enteredAt, using: &bench.numbers)
        let opened = try Ledger(at: bench.path, for: .reading)
        #expect(try AnswerRecord(opened.entry(number)) == record)
        #expect(try AskedRecord(opened.entry(asked.entry))?.page == Digest(of: "page"))
        guard case .alreadyEntered(number) = Reception(bytes, try FileRecord(opened)) else {
            Issue.record("the file was received twice")
            return
        }
        let own = try Samples.key(Samples.petrova)
        let hearing = Hearing(
            record.answer, to: question, of: asked.file, in: record.file, by: record.answers.contact, proof: record.proof, entry: number,
            enteredAt: Samples.enteredAt, now: Samples.now, objections: [],
            standing: { $0 == own ? .vouched(contact: "petrova") : .stranger },
            revocation: { _ in nil }, today: Samples.question, say: .has, wanted: .a)
        #expect(Ruling(hearing).line == 13)
    }

    @Test func `a redacted refusal still says what it was about`() throws {
        var refusal = Samples.answer
        refusal.says = .refuses
        let (file, bytes) = try askAndAnswer(refusal)
        let record = AnswerRecord(refusal, of: file, bytes, proof: .none, carrier: [], recorder: "ivanov", isReported: true)
        let digest = try Samples.question.digest()
        let number = try ledger.append(record.draft(question: digest, order: "CO-2026-014"), at: Samples.enteredAt, using: &bench.numbers)
        try ledger.redact(number, why: "asked to be forgotten", at: Samples.now, using: &bench.numbers)
        let entry = try ledger.entry(number)
        #expect(AnswerRecord(entry) == nil && entry.leaf.kind == .reported && entry.leaf.says == .refuses)
        #expect(entry.leaf.question == digest && entry.leaf.order == "CO-2026-014")
        // The file may come in again: what was destroyed is not known any more.
        guard case .received = Reception(bytes, try FileRecord(ledger)) else {
            Issue.record("the file was not received")
            return
        }
    }

    @Test func `an answer under a checkpoint of another history is rejected`() throws {
        var (file, _) = try askAndAnswer()
        let forged = Checkpoint(origin: ledger.origin, head: TreeHead(size: 2, root: Digest(of: "x"))).signed(by: bench.signer)
        file.checkpoint = forged
        guard case .rejected(.otherHistory, _) = Reception(try file.canonicalBytes(), try FileRecord(ledger)) else {
            Issue.record("another history was accepted")
            return
        }
        let early = Checkpoint(origin: ledger.origin, head: TreeHead(size: 9, root: ledger.head.root)).signed(by: bench.signer)
        #expect(try !ledger.isOwn(forged) && !ledger.isOwn(early) && ledger.isOwn(try ledger.checkpoint(signedBy: bench.signer)))
    }
}
