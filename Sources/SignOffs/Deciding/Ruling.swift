package import Seals
import Times

/// Whether an answer counts: the line of the deciding table that applies first, what follows from it, and why.
package struct Ruling: Hashable, Sendable {
    /// What follows.
    package enum Effect: Hashable, Sendable {
        /// It leads to more caution, and does so at once.
        case cautions
        /// It settles the question; `owns` becomes evidence, and `disclaims` drops the candidate.
        case settles
        /// It is taken as a refusal.
        case refuses
        /// It does not count, and nothing that the same person does with it makes it count.
        case doesNotCount
        /// It does not count; the person is asked again once.
        case askedAgain
        case expired
        /// The question has changed since.
        case void
        /// It does not count yet; a better proof makes it count.
        case notYet
    }

    /// Why.
    package enum Reason: Hashable, Sendable {
        case caution
        /// The objection of an entry was not before his eyes.
        case objectionNotQuoted(entry: Int, by: String)
        case objectionStands(entry: Int, by: String)
        case enteredTooLate, validNoMore
        case signatureUnreadable(SSHSignature.Fault)
        case signatureNamespace(String)
        case signatureWrong
        case keyOfStranger
        case keyOfAnother(String)
        case keyRevoked(entry: Int)
        /// The key may have been in other hands when this was entered.
        case keyDoubtful(entry: Int)
        case readBackMissing
        case readBackWrong(String)
        /// It looks the same and is not: a Cyrillic letter for a Latin one, a zero for an O.
        case readBackLookAlike(String)
        case checkWrong
        case notPutToday
        case questionDiffers([Question.Difference])
        case noSay, isRequester, isCrew
        case isOtherApprover, hasOtherApproversKey
        case conditionNotHeld(String)
        case gradeTooLow(Grade, wanted: Grade)
        case complete(Grade)
    }

    /// 4 to 13.
    package let line: Int
    package let effect: Effect
    package let reason: Reason

    /// Decides on an answer: the first line that applies.
    package init(_ hearing: Hearing) {
        self =
            hearing.lineFour ?? hearing.lineFive ?? hearing.lineSix ?? hearing.lineSeven ?? hearing.lineEight ?? hearing.lineNine
            ?? hearing.lineTen ?? hearing.lineEleven ?? hearing.lineTwelve ?? Ruling(13, .settles, .complete(hearing.grade))
    }

    fileprivate init(_ line: Int, _ effect: Effect, _ reason: Reason) {
        (self.line, self.effect, self.reason) = (line, effect, reason)
    }
}

extension Hearing {
    /// What leads to more caution counts, at any grade.
    fileprivate var lineFour: Ruling? {
        act.isCaution ? Ruling(4, .cautions, .caution) : nil
    }

    /// A standing objection was not before his eyes, or is neither taken back nor overruled.
    fileprivate var lineFive: Ruling? {
        let quoted = Set(asked.earlier.map(\.entry))
        for objection in objections {
            guard quoted.contains(objection.entry) else {
                return Ruling(5, .doesNotCount, .objectionNotQuoted(entry: objection.entry, by: objection.by))
            }
            guard objection.isTakenBack || objection.mayBeOverruled else {
                return Ruling(5, .doesNotCount, .objectionStands(entry: objection.entry, by: objection.by))
            }
        }
        return nil
    }

    fileprivate var lineSix: Ruling? {
        if enteredAt > asked.answerBy { return Ruling(6, .expired, .enteredTooLate) }
        return now > asked.validUntil ? Ruling(6, .expired, .validNoMore) : nil
    }

    /// There is a signature, and it is not one of his over this file.
    fileprivate var lineSeven: Ruling? {
        guard case .signature(let bytes) = proof else { return nil }
        let signature: SSHSignature
        do { signature = try SSHSignature(armored: bytes) } catch { return Ruling(7, .doesNotCount, .signatureUnreadable(error)) }
        guard signature.namespace == AnswerFile.namespace else {
            return Ruling(7, .doesNotCount, .signatureNamespace(signature.namespace))
        }
        guard signature.holds(over: file, namespace: AnswerFile.namespace) else { return Ruling(7, .doesNotCount, .signatureWrong) }
        switch standing(signature.key) {
        case .stranger: return Ruling(7, .doesNotCount, .keyOfStranger)
        case .vouched(let other) where other != contact, .claimed(let other) where other != contact:
            return Ruling(7, .doesNotCount, .keyOfAnother(other))
        case .vouched, .claimed: break
        }
        guard let revocation = revocation(signature.key) else { return nil }
        if revocation.entry < entry { return Ruling(7, .doesNotCount, .keyRevoked(entry: revocation.entry)) }
        guard let lost = revocation.lostSince, enteredAt.seconds >= lost else { return nil }
        return Ruling(7, .doesNotCount, .keyDoubtful(entry: revocation.entry))
    }

    /// Only an authorisation reads back and answers the check question.
    fileprivate var lineEight: Ruling? {
        guard act == .says(.authorises) else { return nil }
        if let code = question.readBack?.code {
            guard let written = answer.readBack else { return Ruling(8, .askedAgain, .readBackMissing) }
            guard written.utf8.elementsEqual(code.utf8) else {
                let looksAlike = written.looksLike(code)
                return Ruling(8, .askedAgain, looksAlike ? .readBackLookAlike(written) : .readBackWrong(written))
            }
        }
        return answer.check == question.check?.right ? nil : Ruling(8, .askedAgain, .checkWrong)
    }

    fileprivate var lineNine: Ruling? {
        guard let today else { return Ruling(9, .void, .notPutToday) }
        let differences = question.differences(from: today)
        return differences.isEmpty ? nil : Ruling(9, .void, .questionDiffers(differences))
    }

    fileprivate var lineTen: Ruling? {
        switch say {
        case .none: return Ruling(10, .doesNotCount, .noSay)
        case .isRequester: return Ruling(10, .doesNotCount, .isRequester)
        case .isCrew: return Ruling(10, .doesNotCount, .isCrew)
        case .has: break
        }
        guard let otherApprover else { return nil }
        if otherApprover.contact == contact { return Ruling(10, .doesNotCount, .isOtherApprover) }
        return key != nil && otherApprover.key == key ? Ruling(10, .doesNotCount, .hasOtherApproversKey) : nil
    }

    fileprivate var lineEleven: Ruling? {
        guard let condition = answer.condition, !isConditionHeld else { return nil }
        return Ruling(11, .refuses, .conditionNotHeld(condition))
    }

    fileprivate var lineTwelve: Ruling? {
        grade.reaches(wanted) ? nil : Ruling(12, .notYet, .gradeTooLow(grade, wanted: wanted))
    }

    /// The key in the signature; nil where there is none.
    private var key: SSHKey? {
        guard case .signature(let bytes) = proof else { return nil }
        return try? SSHSignature(armored: bytes).key
    }

    /// How well it is shown who said it, the signature taken as good: line 7 has judged it.
    package var grade: Grade {
        switch proof {
        case .hand: .a
        case .carrier: .c
        case .none: .d
        case .signature:
            switch key.map(standing) {
            case .vouched: .a
            case .claimed: .b
            case .stranger, nil: .d
            }
        }
    }
}
