import Diagnostics
import Seals
import SignOffs
import Times

extension FuzzTarget {
    /// What is read of an answer file is what is written; and nothing is received that no question asked.
    static func answersRead(_ bytes: [UInt8]) -> Outcome {
        let record = FileRecord(ledger: SignOffSeeds.origin, asked: SignOffSeeds.asked, entered: [:], isOwn: { _ in true })
        let reception = Reception(bytes, record)
        var broken: String?
        if let file = try? AnswerFile(bytes), (try? file.canonicalBytes()) != bytes {
            broken = "an answer file was read and is written otherwise"
        }
        if case .received(let file, let asked) = reception,
            !file.answers.allSatisfy({ answer in
                asked.file.questions.contains { $0.id == answer.id && Answer.Shown($0) == answer.shown && $0.choices.contains(answer.says) }
            })
        {
            broken = "an answer was received that no question asked"
        }
        return Outcome(broken: broken, answer: "\(reception)")
    }

    /// A signature that verifies is one that was made: over the message, under the namespace, by one of the two keys.
    static func signatureRead(_ bytes: [UInt8]) -> Outcome {
        do {
            let signature = try SSHSignature(armored: bytes)
            let holds = signature.holds(over: SignOffSeeds.message, namespace: AnswerFile.namespace)
            let isForged = holds && !SignOffSeeds.keys.contains(signature.key)
            return Outcome(broken: isForged ? "a signature of a key verifies that signed nothing" : nil, answer: "\(signature) \(holds)")
        } catch {
            return Outcome(broken: nil, answer: "\(error)")
        }
    }

    /// What is read of a note is what is written, and no text but the signed one bears a signature.
    static func noteRead(_ bytes: [UInt8]) -> Outcome {
        guard let note = Note(bytes) else { return Outcome(broken: nil, answer: "none") }
        let isSigned = note.isSigned(by: SignOffSeeds.signer.key)
        let broken =
            Array(note.written.utf8) != bytes
            ? "a note was read and is written otherwise"
            : isSigned && note.text != SignOffSeeds.checkpoint.note.text ? "a text bears a signature that was made for another" : nil
        return Outcome(broken: broken, answer: "\(isSigned) \(Checkpoint(text: note.text).debugDescription)")
    }

    /// A proof that holds is the one that was made.
    static func proofRead(_ bytes: [UInt8]) -> Outcome {
        guard let proof = LogProof(bytes) else { return Outcome(broken: nil, answer: "none") }
        let holds = proof.holds(for: SignOffSeeds.leaves[2], signedBy: SignOffSeeds.signer.key)
        let isOther = holds && proof.inclusion != SignOffSeeds.proof.inclusion
        let broken =
            LogProof(Array(proof.written.utf8)) != proof
            ? "a proof was read and is written otherwise" : isOther ? "another proof holds" : nil
        return Outcome(broken: broken, answer: "\(proof) \(holds)")
    }
}
