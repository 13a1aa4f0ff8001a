import Diagnostics
import Seals
import SignOffs
import Testing
import Times

/// The deciding table of sign-off, line by line: the first that applies decides.
struct DecidingTests {
    private func ruling(_ change: (inout Hearing) throws -> Void = { _ in }) throws -> Ruling {
        var hearing = try Samples.hearing()
        try change(&hearing)
        return Ruling(hearing)
    }

    private func expect(
        _ ruling: Ruling, _ line: Int, _ effect: Ruling.Effect, _ reason: Ruling.Reason, _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(ruling.line == line && ruling.effect == effect && ruling.reason == reason, "\(ruling)", sourceLocation: location)
    }

    private func rejection(_ bytes: [UInt8], _ record: FileRecord) -> Reception.Reason? {
        guard case .rejected(let reason, _) = Reception(bytes, record) else { return nil }
        return reason
    }

    private func report(_ bytes: [UInt8], _ record: FileRecord) -> Reception.Reason? {
        guard case .reported(_, let reason) = Reception(bytes, record) else { return nil }
        return reason
    }

    @Test func `line 1: what is not canonical, too big, of another version or ledger is rejected`() throws {
        let record = try Samples.record()
        let bytes = try Samples.answers().canonicalBytes()
        #expect(rejection(bytes + [0x0A], record) == .form(FileFault.canonical(.trailing)))
        #expect(rejection([UInt8](repeating: 0x20, count: 2 << 20), record) == .form(FileFault.canonical(.tooLarge)))
        let text = String(decoding: bytes, as: UTF8.self)
        let newer = Array(text.replacing("primum/answers/1", with: "primum/answers/2").utf8)
        #expect(rejection(newer, record) == .form(FileFault.of(.version("primum/answers/2"), "v")))
        let other = "primum/vostok/0000000000000000"
        #expect(
            rejection(Array(text.replacing("\"ledger\":\"\(Samples.ledger)", with: "\"ledger\":\"\(other)").utf8), record)
                == .otherLedger(other))
        let foreign = FileRecord(ledger: Samples.ledger, asked: record.asked, entered: [:], isOwn: { _ in false })
        #expect(rejection(bytes, foreign) == .otherHistory)
    }

    @Test func `line 2: a file that was entered is not entered again`() throws {
        let bytes = try Samples.answers().canonicalBytes()
        guard case .alreadyEntered(9) = Reception(bytes, try Samples.record([Digest(of: bytes): 9])) else {
            Issue.record("a replayed file was received")
            return
        }
    }

    @Test func `line 3: what was not asked, not of him, or not in these words is entered as reported`() throws {
        let record = try Samples.record()
        var forgedQuestions = Samples.questions
        forgedQuestions.nonce = "ffffffffffffffffffffffffffffffff"
        #expect(try report(Samples.answers(to: forgedQuestions).canonicalBytes(), record) == .notAsked)
        #expect(try report(Samples.answers(by: "smirnov").canonicalBytes(), record) == .addressedTo("petrova"))
        var milder = Samples.question
        milder.possible = []
        var answer = Samples.answer
        answer.shown = Answer.Shown(milder)
        #expect(try report(Samples.answers(answer).canonicalBytes(), record) == .shownOtherwise("Q-7f3a9c"))
        answer = Samples.answer
        answer.id = "Q-000000"
        #expect(try report(Samples.answers(answer).canonicalBytes(), record) == .noSuchQuestion("Q-000000"))
        #expect(try report(Samples.answers().canonicalBytes(), Samples.record(at: 8)) == .olderThanAsked)
        var narrow = Samples.questions
        narrow.questions[0].choices = [.refuses, .authorises]
        answer = Samples.answer
        answer.says = .owns
        #expect(
            try report(Samples.answers(answer, to: narrow).canonicalBytes(), Samples.record(asked: narrow))
                == .notOffered("Q-7f3a9c", .owns))
        guard case .received = try Reception(Samples.answers().canonicalBytes(), record) else {
            Issue.record("a sound file was not received")
            return
        }
    }

    @Test(arguments: [Act.says(.refuses), .says(.doesNotKnow), .takesBack(.authorises), .takesBack(.owns), .stops])
    func `line 4: what leads to more caution counts, whatever else is wrong`(act: Act) throws {
        expect(
            try ruling {
                ($0.act, $0.proof, $0.say, $0.today) = (act, .none, .none, nil)
                ($0.enteredAt, $0.now) = (Samples.now + .days(99), Samples.now + .days(99))
                $0.objections = [.init(entry: 1, by: "volkov", isTakenBack: false, mayBeOverruled: false)]
            }, 4, .cautions, .caution)
    }

    @Test(arguments: [Act.says(.authorises), .says(.owns), .says(.disclaims), .takesBack(.refuses), .takesBack(.doesNotKnow), .resumes])
    func `line 4: what leads to less does not count unproved`(act: Act) throws {
        expect(try ruling { ($0.act, $0.proof) = (act, .none) }, 12, .notYet, .gradeTooLow(.d, wanted: .a))
    }

    @Test func `line 5: a standing objection must be quoted, and taken back or overruled`() throws {
        func withObjection(_ isTakenBack: Bool, _ mayBeOverruled: Bool, quoted: Bool) throws -> Ruling {
            try ruling {
                $0.objections = [.init(entry: 4, by: "volkov", isTakenBack: isTakenBack, mayBeOverruled: mayBeOverruled)]
                if quoted { $0.asked.earlier = [.init(4, at: Samples.askedAt, says: .refuses, whyAgain: "traced since")] }
            }
        }
        let notQuoted = Ruling.Reason.objectionNotQuoted(entry: 4, by: "volkov")
        expect(try withObjection(true, true, quoted: false), 5, .doesNotCount, notQuoted)
        expect(try withObjection(false, false, quoted: true), 5, .doesNotCount, .objectionStands(entry: 4, by: "volkov"))
        expect(try withObjection(true, false, quoted: true), 13, .settles, .complete(.a))
        expect(try withObjection(false, true, quoted: true), 13, .settles, .complete(.a))
    }

    @Test func `line 6: late at import or at the check is expired`() throws {
        expect(try ruling { $0.enteredAt = $0.asked.answerBy + Period(seconds: 1) }, 6, .expired, .enteredTooLate)
        expect(try ruling { $0.now = $0.asked.validUntil + Period(seconds: 1) }, 6, .expired, .validNoMore)
        expect(try ruling { ($0.enteredAt, $0.now) = ($0.asked.answerBy, $0.asked.validUntil) }, 13, .settles, .complete(.a))
    }

    @Test func `line 7: a signature that is bad, for something else, or of a key that counts no more`() throws {
        expect(try ruling { $0.proof = .signature(Array("x".utf8)) }, 7, .doesNotCount, .signatureUnreadable(.malformed))
        expect(
            try ruling { $0.proof = .signature(try Samples.sign($0.file, namespace: "file")) }, 7, .doesNotCount,
            .signatureNamespace("file"))
        expect(try ruling { $0.file[40] ^= 1 }, 7, .doesNotCount, .signatureWrong)
        expect(try ruling { $0.proof = .signature(try Samples.sign($0.file, with: Samples.stranger)) }, 7, .doesNotCount, .keyOfStranger)
        expect(try ruling { $0.standing = { _ in .vouched(contact: "sidorov") } }, 7, .doesNotCount, .keyOfAnother("sidorov"))
        expect(try ruling { $0.revocation = { _ in Revocation(entry: 8) } }, 7, .doesNotCount, .keyRevoked(entry: 8))
        expect(try ruling { $0.revocation = { _ in Revocation(entry: 10) } }, 13, .settles, .complete(.a))
        let lost = Samples.enteredAt.seconds
        expect(try ruling { $0.revocation = { _ in Revocation(entry: 10, lostSince: lost) } }, 7, .doesNotCount, .keyDoubtful(entry: 10))
        expect(try ruling { $0.revocation = { _ in Revocation(entry: 10, lostSince: lost + 1) } }, 13, .settles, .complete(.a))
    }

    @Test func `line 8: a wrong read-back or check is asked again`() throws {
        expect(try ruling { $0.answer.readBack = nil }, 8, .askedAgain, .readBackMissing)
        expect(try ruling { $0.answer.readBack = "PP-1:13" }, 8, .askedAgain, .readBackWrong("PP-1:13"))
        expect(try ruling { $0.answer.readBack = "yes" }, 8, .askedAgain, .readBackWrong("yes"))
        expect(try ruling { $0.answer.check = 1 }, 8, .askedAgain, .checkWrong)
        expect(try ruling { $0.answer.check = nil }, 8, .askedAgain, .checkWrong)
        expect(try ruling { ($0.act, $0.answer.readBack, $0.answer.check) = (.says(.owns), nil, nil) }, 13, .settles, .complete(.a))
    }

    @Test(arguments: ["РР-1:12", "PР-1:12", "PP-l:12", "PP–1:12", "pp-1:12", "PP-1:l2", "ＰＰ-1:12", "PP-1 :12", "PP-1:1Z"])
    func `line 8: a read-back that only looks like the code is wrong, and told apart`(code: String) throws {
        expect(try ruling { $0.answer.readBack = code }, 8, .askedAgain, .readBackLookAlike(code))
    }

    @Test func `line 9: the question put today differs`() throws {
        expect(try ruling { $0.today = nil }, 9, .void, .notPutToday)
        let changes: [(String, (inout Question) -> Void)] = [
            ("certain", { $0.certain = ["Касса"] }), ("choices", { $0.choices = [.refuses, .authorises] }),
            ("excluded", { $0.excluded = [] }),
            ("id", { $0.id = "Q-1" }), ("if_no", { $0.ifNo += "." }), ("possible", { $0.possible.append("Охрана") }),
            ("read_back", { $0.readBack = .init(prompt: "x", code: "PP-1:12") }), ("rests_on", { $0.restsOn = Digest(of: "other") }),
            ("step", { $0.step = nil }), ("subject", { $0.subject = "PP-1:13" }), ("text", { $0.text += "?" }),
            ("unknown", { $0.unknown = nil }),
        ]
        for (field, change) in changes {
            let ruling = try ruling { change(&$0.today!) }
            guard case .questionDiffers(let differences) = ruling.reason else {
                Issue.record("\(field): \(ruling)")
                continue
            }
            #expect(ruling.line == 9 && ruling.effect == .void && differences.map(\.field) == [field])
        }
        expect(
            try ruling {
                $0.today!.recall = "?"
                $0.today!.check = .init(prompt: "?", choices: ["a", "b"], right: 0)
            }, 13, .settles, .complete(.a))
    }

    @Test func `line 10: no say today, requester, crew, or one person twice`() throws {
        expect(try ruling { $0.say = .none }, 10, .doesNotCount, .noSay)
        expect(try ruling { $0.say = .isRequester }, 10, .doesNotCount, .isRequester)
        expect(try ruling { $0.say = .isCrew }, 10, .doesNotCount, .isCrew)
        expect(try ruling { $0.otherApprover = .init(contact: "petrova", key: nil) }, 10, .doesNotCount, .isOtherApprover)
        let key = try Samples.key(Samples.petrova)
        expect(try ruling { $0.otherApprover = .init(contact: "sidorov", key: key) }, 10, .doesNotCount, .hasOtherApproversKey)
        let other = try Samples.key(Samples.stranger)
        expect(try ruling { $0.otherApprover = .init(contact: "sidorov", key: other) }, 13, .settles, .complete(.a))
        expect(
            try ruling { ($0.otherApprover, $0.proof) = (.init(contact: "sidorov", key: nil), .hand) }, 13, .settles, .complete(.a))
    }

    @Test func `line 11: a condition that nobody watches is a refusal`() throws {
        expect(try ruling { $0.answer.condition = "только при мне" }, 11, .refuses, .conditionNotHeld("только при мне"))
        expect(
            try ruling { ($0.answer.condition, $0.isConditionHeld) = ("только при мне", true) }, 13, .settles, .complete(.a))
    }

    @Test func `line 12: a grade below what policy names does not count yet`() throws {
        let claimed: @Sendable (SSHKey) -> KeyStanding = { _ in .claimed(contact: "petrova") }
        expect(try ruling { $0.standing = claimed }, 12, .notYet, .gradeTooLow(.b, wanted: .a))
        expect(try ruling { ($0.standing, $0.wanted) = (claimed, .c) }, 13, .settles, .complete(.b))
        expect(try ruling { $0.proof = .carrier }, 12, .notYet, .gradeTooLow(.c, wanted: .a))
        expect(try ruling { ($0.proof, $0.wanted) = (.carrier, .c) }, 13, .settles, .complete(.c))
        for wanted in Grade.allCases {
            expect(try ruling { ($0.proof, $0.wanted) = (.none, wanted) }, 12, .notYet, .gradeTooLow(.d, wanted: wanted))
        }
    }

    @Test func `line 13: all else settles`() throws {
        expect(try ruling(), 13, .settles, .complete(.a))
        expect(try ruling { $0.proof = .hand }, 13, .settles, .complete(.a))
    }

    @Test func `an earlier line decides where several apply`() throws {
        let faults: [(Int, (inout Hearing) throws -> Void)] = [
            (5, { $0.objections = [.init(entry: 4, by: "volkov", isTakenBack: false, mayBeOverruled: false)] }),
            (6, { $0.enteredAt = Samples.now + .days(50) }), (7, { $0.proof = .signature([]) }), (8, { $0.answer.readBack = "x" }),
            (9, { $0.today = nil }), (10, { $0.say = .none }), (11, { $0.answer.condition = "x" }),
        ]
        for first in faults.indices {
            let ruling = try ruling { hearing in
                for (_, fault) in faults[first...] { try fault(&hearing) }
            }
            #expect(ruling.line == faults[first].0)
        }
    }

    @Test func `every reason is told in both languages`() throws {
        let ruling = try ruling { $0.answer.readBack = "РР-1:12" }
        #expect(ruling.reason.phrase.en == "what was read back, `РР-1:12`, looks like the code and is another one")
        #expect(ruling.reason.phrase.ru == "повторённое, `РР-1:12`, похоже на код, но это другой код")
        #expect(Reception.Reason.form(.of(.markup, "answers[0].words")).phrase.en == "`answers[0].words`: it holds HTML, which is not text")
    }
}

extension FileFault {
    static func canonical(_ kind: CanonicalJSON.Fault.Kind) -> FileFault { of(.notCanonical(kind), "") }
    static func of(_ kind: Kind, _ place: String) -> FileFault { FileFault(kind, at: place) }
}
