import Seals
import SignOffs
import Testing
import Times

/// Question files, answer files and people sheets: what is written is read, and what is damaged is refused with its place.
struct FileTests {
    private func fault(_ read: () throws -> Void) -> FileFault? {
        do {
            try read()
            return nil
        } catch {
            return error as? FileFault
        }
    }

    private func answerFault(_ part: String, _ other: String) throws -> FileFault? {
        let text = String(decoding: try Samples.answers().canonicalBytes(), as: UTF8.self)
        try #require(text.contains(part), "\(part)")
        return fault { _ = try AnswerFile(Array(text.replacing(part, with: other).utf8)) }
    }

    private func questionFault(_ part: String, _ other: String) throws -> FileFault? {
        let text = String(decoding: try Samples.questions.canonicalBytes(), as: UTF8.self)
        try #require(text.contains(part), "\(part)")
        return fault { _ = try QuestionFile(Array(text.replacing(part, with: other).utf8)) }
    }

    @Test func `are read as they are written`() throws {
        #expect(try QuestionFile(Samples.questions.canonicalBytes()) == Samples.questions)
        let answers = try Samples.answers()
        #expect(try AnswerFile(answers.canonicalBytes()) == answers)
    }

    @Test func `answers with HTML are refused`() throws {
        for html in ["<b>да</b>", "<script>", "<!-- x -->", "</p>", "<?xml", "&lt;", "&#60;", "<IMG src=x>"] {
            #expect(try answerFault("порт <12> свободен", html) == .of(.markup, "answers[0].words"), "\(html)")
        }
        for plain in ["a < b", "<12>", "R&D; x", "A & B", "&", "<", "1<2 && 3>2"] {
            #expect(try answerFault("порт <12> свободен", plain) == nil, "\(plain)")
        }
    }

    @Test func `answers with characters that act or hide are refused`() throws {
        for (text, number) in [
            ("\u{202E}да", 0x202E), ("да\u{200B}", 0x200B), ("\u{7F}", 0x7F), ("\u{9B}", 0x9B), ("\u{2028}", 0x2028), ("\u{FEFF}", 0xFEFF),
            ("\u{E0041}", 0xE0041), ("\u{E000}", 0xE000), ("\\u001b", 0x1B), ("\\t", 0x9), ("\\r", 0xD),
        ] {
            #expect(try answerFault("касса", text) == .of(.hiddenCharacter(UInt32(number)), "answers[0].recall"), "\(number)")
        }
        #expect(try answerFault("касса", "👩‍💻 касса\\nи склад") == nil)
        #expect(try answerFault("Анна Петрова", "Анна\\nПетрова") == .of(.hiddenCharacter(0xA), "by.typed"))
    }

    @Test func `answers that are nested deep, long or many are refused`() throws {
        let deep = String(repeating: "[", count: 17) + String(repeating: "]", count: 17)
        #expect(try answerFault("\"касса\"", deep) == .canonical(.tooDeep))
        #expect(try answerFault("касса", String(repeating: "ж", count: 2_001)) == .of(.tooLong, "answers[0].recall"))
        #expect(
            try answerFault("[\"Касса\",\"Склад\"]", "[\(Array(repeating: "\"x\"", count: 201).joined(separator: ","))]")
                == .of(.tooMany, "answers[0].shown.possible"))
        #expect(try answerFault("\"касса\"", "\"\(String(repeating: "x", count: 1 << 20))\"") == .canonical(.tooLarge))
        var file = try Samples.answers()
        file.answers = (0..<6).map { number in
            var answer = Samples.answer
            answer.id = "Q-\(number)"
            return answer
        }
        #expect(fault { _ = try file.canonicalBytes() } == .of(.tooMany, "answers"))
        file.answers = [Samples.answer, Samples.answer]
        #expect(fault { _ = try file.canonicalBytes() } == .of(.twice, "answers[1].id"))
        file.answers = []
        #expect(fault { _ = try file.canonicalBytes() } == .of(.empty, "answers"))
    }

    @Test func `answers that are not of the form are refused with their place`() throws {
        for (part, other, kind, place) in [
            ("\"check\":2", "\"check\":\"2\"", FileFault.Kind.type, "answers[0].check"),
            ("\"check\":2", "\"check\":-2", .type, "answers[0].check"),
            ("\"seconds\":41", "\"seconds\":41,\"seen\":true", .unknownKey, "answers[0].seen"),
            ("\"says\":\"authorises\"", "\"says\":\"agrees\"", .notAWord, "answers[0].says"),
            ("\"says\":\"authorises\"", "\"says\":\"heard-from\"", .notAWord, "answers[0].says"),
            ("\"at\":\"2026-11-26T10:00:00Z\"", "\"at\":\"2026-11-26T10:00:00.5Z\"", .notAMoment, "at"),
            ("\"at\":\"2026-11-26T10:00:00Z\"", "\"at\":\"2026-11-26T13:00:00+03:00\"", .notAMoment, "at"),
            ("\"language\":\"ru\"", "\"language\":\"de\"", .notAWord, "language"),
            ("\"questions\":\"sha256:", "\"questions\":\"sha1:", .notADigest, "questions"),
            ("\\n— primum", "\\n- primum", .notACheckpoint, "checkpoint"), ("\"contact\":\"petrova\",", "", .missing, "by.contact"),
            ("\"by\":{\"contact\":\"petrova\",\"typed\":\"Анна Петрова\"}", "\"by\":\"petrova\"", .type, "by"),
            ("\"recall\":\"касса\"", "\"recall\":\"\"", .empty, "answers[0].recall"),
        ] {
            #expect(try answerFault(part, other) == .of(kind, place), "\(other)")
        }
    }

    @Test func `a question that cannot be refused, or releases without a read-back, is none`() throws {
        for (part, other, kind, place) in [
            (
                "[\"refuses\",\"does-not-know\",\"disclaims\",\"owns\",\"authorises\"]", "[\"authorises\"]", FileFault.Kind.notAChoice,
                "questions[0].choices"
            ),
            ("[\"refuses\",\"does-not-know\"", "[\"refuses\",\"refuses\"", .notAChoice, "questions[0].choices"),
            ("\"read_back\":{\"code\":\"PP-1:12\",\"prompt\":\"Повторите код порта\"},", "", .missing, "questions[0].read_back"),
            (",\"authorises\"]", "]", .unknownKey, "questions[0].read_back"),
            ("\"right\":2", "\"right\":3", .notAChoice, "questions[0].check.right"),
            ("\"nonce\":\"00", "\"nonce\":\"0x", .notANonce, "nonce"),
            ("primum/questions/1", "primum/questions/9", .version("primum/questions/9"), "v"),
        ] {
            #expect(try questionFault(part, other) == .of(kind, place), "\(other)")
        }
    }

    @Test func `a refusal in a file that is rejected is pointed out`() throws {
        var answer = Samples.answer
        answer.says = .refuses
        let bytes = Array(
            String(decoding: try Samples.answers(answer).canonicalBytes(), as: UTF8.self).replacing("касса", with: "<b>").utf8)
        guard case .rejected(.form, mayHoldCaution: true) = Reception(bytes, try Samples.record()) else {
            Issue.record("the refusal was passed over in silence")
            return
        }
    }

    private func sheet(_ change: (inout PeopleSheet) -> Void = { _ in }) throws -> PeopleSheet {
        let key = try Samples.key(Samples.petrova)
        var sheet = PeopleSheet(
            ledger: Samples.ledger, party: "vostok-it", recordAddress: "records@vostok.example",
            contacts: [
                .init(
                    id: "petrova", name: "Анна Петрова", email: "petrova@vostok.example", keys: [key],
                    authority: [.init(over: "owner=vostok-it", may: ["any", "people"])], until: Samples.now + .days(30)),
                .init(id: "sidorov", name: "Пётр Сидоров", email: nil, keys: [], authority: [], until: nil),
            ], previous: nil, ourKey: Samples.signer.key)
        change(&sheet)
        return sheet
    }

    @Test func `a people sheet is read as it is written, and one key or address is of one person`() throws {
        let sheet = try sheet()
        #expect(try PeopleSheet(sheet.canonicalBytes()) == sheet)
        let key = try Samples.key(Samples.petrova)
        #expect(fault { _ = try self.sheet { $0.contacts[1].keys = [key] }.canonicalBytes() } == .of(.twice, "contacts[1].keys"))
        #expect(
            fault { _ = try self.sheet { $0.contacts[1].email = "Petrova@Vostok.example" }.canonicalBytes() }
                == .of(.twice, "contacts[1].email"))
        #expect(fault { _ = try self.sheet { $0.contacts[1].id = "petrova" }.canonicalBytes() } == .of(.twice, "contacts[1].id"))
    }

    @Test func `the next sheet is vouched for by a key of this one that may`() throws {
        let now = Samples.now
        let next = try sheet { $0.previous = Digest(of: "before") }.canonicalBytes()
        let signature = try SSHSignature(armored: Samples.sign(next, namespace: PeopleSheet.namespace))
        #expect(try sheet().voucher(of: next, signature, at: now)?.id == "petrova")
        #expect(try sheet().voucher(of: next + [0x20], signature, at: now) == nil)
        #expect(try sheet().voucher(of: next, signature, at: now + .days(31)) == nil)
        #expect(
            try sheet { $0.contacts[0].authority = [.init(over: "owner=vostok-it", may: ["any"])] }.voucher(of: next, signature, at: now)
                == nil)
        let asAnswer = try SSHSignature(armored: Samples.sign(next))
        #expect(try sheet().voucher(of: next, asAnswer, at: now) == nil)
        let strangers = try SSHSignature(armored: Samples.sign(next, with: Samples.stranger, namespace: PeopleSheet.namespace))
        #expect(try sheet().voucher(of: next, strangers, at: now) == nil)
    }
}
