import Diagnostics
import Seals
import SignOffs
import Times

/// Sound answers, signatures, notes and proofs, out of which damaged ones are made.
enum SignOffSeeds {
    static let origin = "primum/vostok/1f6c0a52d3b94e77"
    static let signer = NoteSigner(name: origin, seed: [UInt8](repeating: 1, count: 32))!
    static let witness = NoteSigner(name: "vostok/ci", purpose: .cosignature, seed: [UInt8](repeating: 2, count: 32))!

    static let leaves = (0..<9).map { Digest(leaf: Array("leaf \($0)".utf8)) }

    static let checkpoint: SignedCheckpoint = {
        var tree = HashTree()
        for leaf in leaves { tree.append(leaf) }
        return Checkpoint(origin: origin, head: tree.head).signed(by: signer)
    }()

    static let cosigned: SignedCheckpoint = {
        var checkpoint = Self.checkpoint
        checkpoint.cosign(witness, time: 1_795_600_000)
        return checkpoint
    }()

    static let proof = LogProof(inclusion: InclusionProof(index: 2, in: leaves), checkpoint: checkpoint)

    private static let question = Question(
        id: "Q-7f3a9c", step: "S3", subject: "PP-1:12", recall: "Что подключено к порту PP-1:12?", text: "Отключить PP-1:12?", certain: [],
        possible: ["Касса"], excluded: [], unknown: "Куда ведёт кабель.", ifNo: "Порт останется как есть.",
        choices: [.refuses, .doesNotKnow, .disclaims, .owns, .authorises], readBack: .init(prompt: "Код порта", code: "PP-1:12"),
        check: .init(prompt: "Что остановится?", choices: ["Ничего", "Касса"], right: 1), restsOn: Digest(of: "basis"))

    private static let questions: QuestionFile = {
        let start = Seeds.now
        return QuestionFile(
            ledger: origin, order: "CO-1", to: "petrova", party: "it", language: .ru, nonce: "00112233445566778899aabbccddeeff",
            askedAt: start,
            receiptBy: start + .days(1), answerBy: start + .days(2), validUntil: start + .days(9),
            binds: .init(Digest(of: "order"), people: Digest(of: "people"), policy: Digest(of: "policy"), tool: "primum"), earlier: [],
            questions: [question])
    }()

    private static let questionBytes = (try? questions.canonicalBytes()) ?? []

    static let asked = [Digest(of: questionBytes): FileRecord.Asked(entry: 3, file: questions)]

    static let answers = text(says: .authorises) { $0.readBack = "PP-1:12" }
    static let refusal = text(says: .refuses) { $0.words = "Не отключать: <касса> & склад." }

    private static func text(says: Says, _ change: (inout Answer) -> Void) -> String {
        var answer = Answer(id: question.id, shown: Answer.Shown(question), says: says, recall: "касса", check: 1, seconds: 41)
        change(&answer)
        let file = AnswerFile(
            ledger: origin, questions: Digest(of: questionBytes), checkpoint: checkpoint, contact: "petrova", typed: "Анна Петрова",
            at: Seeds.now, language: .ru, answers: [answer])
        return String(decoding: (try? file.canonicalBytes()) ?? [], as: UTF8.self)
    }

    static let message = Array("a message".utf8)

    /// The keys of the two signatures.
    static let keys = signatures.compactMap { try? SSHSignature(armored: Array($0.utf8)).key }

    /// Made by ssh-keygen for the message, with keys that are thrown away.
    static let signatures = [ed25519, ecdsa]

    private static let ed25519 = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgpiz8XNFvExg5mnjCK5DAFIxfCb
        bDI12qR/qhGDXtJlkAAAARcHJpbXVtLWFuc3dlcnMtdjEAAAAAAAAABnNoYTUxMgAAAFMA
        AAALc3NoLWVkMjU1MTkAAABAxGwmtz+7YJ2dKHIUu0TZgLrilRiZR46uc524qMnTJeliFT
        yvXWcYO72KUL+5fdECFkiLBDVDUJrE8uJCynBdAg==
        -----END SSH SIGNATURE-----

        """

    private static let ecdsa = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
        EEE9XcrU2ubHmI3JwuqigK6JTEeUGkMNBQdAwydFhye5B/J2E7jNcHF9aDzV0zqgqeNjgf
        kpNQss/qxh027BVJxAAAABFwcmltdW0tYW5zd2Vycy12MQAAAAAAAAAGc2hhNTEyAAAAYw
        AAABNlY2RzYS1zaGEyLW5pc3RwMjU2AAAASAAAACAUpk0w9MFILDFYKgR1PjiiBBbCQnNe
        85DJU5hVdBTeMAAAACB0eemo1C4lyFk+DAkpCdNSCMsIzFT2khWzWlhphOKobw==
        -----END SSH SIGNATURE-----

        """
}
