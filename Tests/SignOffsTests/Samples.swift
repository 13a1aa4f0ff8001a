import Crypto
import Diagnostics
import Foundation
import Seals
import SignOffs
import Times

/// A question, its answer, and the keys of those who sign, for tests that change one thing of them.
struct Samples {
    static let ledger = Workbench.origin
    static let askedAt = Timestamp(rfc3339: "2026-11-25T10:00:00Z")!
    static let enteredAt = Timestamp(rfc3339: "2026-11-26T10:00:00Z")!
    static let now = Timestamp(rfc3339: "2026-11-27T10:00:00Z")!

    static let signer = NoteSigner(name: ledger, seed: [UInt8](repeating: 3, count: 32))!
    static let petrova = Curve25519.Signing.PrivateKey()
    static let stranger = Curve25519.Signing.PrivateKey()

    static let question = Question(
        id: "Q-7f3a9c", step: "S3", subject: "PP-1:12", recall: "Что подключено к порту PP-1:12? Чьё это?",
        text: "Отключить кабель от порта PP-1:12\nв субботу, 5 декабря, с 22:00 до 02:00?", certain: [], possible: ["Касса", "Склад"],
        excluded: ["Снабжение"], unknown: "Куда ведёт кабель, не знает никто.", ifNo: "Порт останется как есть.",
        choices: [.refuses, .doesNotKnow, .disclaims, .owns, .authorises],
        readBack: Question.ReadBack(prompt: "Повторите код порта", code: "PP-1:12"),
        check: Question.Check(prompt: "Что остановится, если кабель живой?", choices: ["Ничего", "Печать", "Касса"], right: 2),
        restsOn: Digest(of: "basis"))

    static let questions = QuestionFile(
        ledger: ledger, order: "CO-2026-014", to: "petrova", party: "vostok-it", language: .ru, nonce: "00112233445566778899aabbccddeeff",
        askedAt: askedAt, receiptBy: enteredAt, answerBy: askedAt + .days(2), validUntil: askedAt + .days(10),
        binds: QuestionFile.Binds(Digest(of: "order"), people: Digest(of: "people"), policy: Digest(of: "policy"), tool: "primum 0.3.0"),
        earlier: [], questions: [question])

    static let checkpoint = Checkpoint(origin: ledger, head: TreeHead(size: 8, root: Digest(of: "root"))).signed(by: signer)

    static let answer = Answer(
        id: question.id, shown: Answer.Shown(question), says: .authorises, recall: "касса", readBack: "PP-1:12", check: 2,
        words: "Отключайте, порт <12> свободен.", seconds: 41)

    static func answers(_ answer: Answer = answer, to questions: QuestionFile = questions, by contact: String = "petrova") throws
        -> AnswerFile
    {
        AnswerFile(
            ledger: ledger, questions: Digest(of: try questions.canonicalBytes()), checkpoint: checkpoint, contact: contact,
            typed: "Анна Петрова", at: enteredAt, language: .ru, answers: [answer])
    }

    /// The record: the questions were asked in entry 7, and nothing has come back.
    static func record(_ entered: [Seals.Digest: Int] = [:], asked: QuestionFile = questions, at entry: Int = 7) throws -> FileRecord {
        let checkpoint = checkpoint
        return FileRecord(
            ledger: ledger, asked: [Digest(of: try asked.canonicalBytes()): .init(entry: entry, file: asked)], entered: entered,
            isOwn: { $0 == checkpoint })
    }

    static func key(_ key: Curve25519.Signing.PrivateKey) throws -> SSHKey {
        try SSHKey(blob: string("ssh-ed25519".utf8) + string(key.publicKey.rawRepresentation))
    }

    /// A signature as `ssh-keygen -Y sign` writes it.
    static func sign(
        _ bytes: [UInt8], with key: Curve25519.Signing.PrivateKey = petrova, namespace: String = AnswerFile.namespace
    ) throws -> [UInt8] {
        let magic = Array("SSHSIG".utf8)
        let signed = magic + string(namespace.utf8) + string([]) + string("sha512".utf8) + string(Array(SHA512.hash(data: bytes)))
        let signature = string("ssh-ed25519".utf8) + string(try key.signature(for: signed))
        let blob = magic + [0, 0, 0, 1] + string(try Self.key(key).blob) + string(namespace.utf8) + string([]) + string("sha512".utf8)
        let text = Base64.text(blob + string(signature))
        return Array("-----BEGIN SSH SIGNATURE-----\n\(text)\n-----END SSH SIGNATURE-----\n".utf8)
    }

    private static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + bytes
    }

    /// A hearing that settles: signed with a vouched key, by who has the say, in time, about what is still so.
    static func hearing(_ answer: Answer = answer) throws -> Hearing {
        let bytes = try answers(answer).canonicalBytes()
        let own = try key(petrova)
        return Hearing(
            answer, to: question, of: questions, in: bytes, by: "petrova", proof: .signature(try sign(bytes)), entry: 9,
            enteredAt: enteredAt, now: now, objections: [], standing: { $0 == own ? .vouched(contact: "petrova") : .stranger },
            revocation: { _ in nil }, today: question, say: .has, wanted: .a)
    }
}
