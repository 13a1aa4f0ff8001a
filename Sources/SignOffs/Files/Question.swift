package import Seals

/// One concrete question with its consequence: an object, an action, a time.
package struct Question: Hashable, Sendable {
    /// The code that only an authorisation reads back.
    package struct ReadBack: Hashable, Sendable {
        package let prompt: String
        package let code: String

        package init(prompt: String, code: String) {
            self.prompt = prompt
            self.code = code
        }
    }

    /// A question with one right answer, which only an authorisation answers.
    package struct Check: Hashable, Sendable {
        package let prompt: String
        package let choices: [String]
        /// The number of the right choice, from zero.
        package let right: Int

        package init(prompt: String, choices: [String], right: Int) {
            self.prompt = prompt
            self.choices = choices
            self.right = right
        }
    }

    /// From the finding's fingerprint, never from counting.
    package var id: String
    /// Nil where it is about the order as a whole.
    package var step: String?
    package var subject: String
    /// What is asked openly, before any guess of ours is shown.
    package var recall: String
    package var text: String
    /// What stops, by name: for certain, possibly, and surely not.
    package var certain: [String]
    package var possible: [String]
    package var excluded: [String]
    /// What nobody knows; nil where everything is known.
    package var unknown: String?
    package var ifNo: String
    package var choices: [Says]
    /// Both are there where `authorises` is a choice, and only there.
    package var readBack: ReadBack?
    package var check: Check?
    /// The digest of the canonical basis.
    package var restsOn: Digest

    package init(
        id: String, step: String?, subject: String, recall: String, text: String, certain: [String], possible: [String], excluded: [String],
        unknown: String?, ifNo: String, choices: [Says], readBack: ReadBack?, check: Check?, restsOn: Digest
    ) {
        self.id = id
        self.step = step
        self.subject = subject
        self.recall = recall
        self.text = text
        self.certain = certain
        self.possible = possible
        self.excluded = excluded
        self.unknown = unknown
        self.ifNo = ifNo
        self.choices = choices
        self.readBack = readBack
        self.check = check
        self.restsOn = restsOn
    }

    init(_ value: JSON, at place: String) throws(FileFault) {
        var fields = try FieldReader(value, at: place)
        id = try fields.text("id", limit: 100, .word)
        step = try fields.optionalText("step", limit: 100, .word)
        subject = try fields.text("subject", limit: 400, .word)
        recall = try fields.text("recall")
        text = try fields.text("text")
        certain = try fields.texts("certain")
        possible = try fields.texts("possible")
        excluded = try fields.texts("excluded")
        unknown = try fields.optionalText("unknown")
        ifNo = try fields.text("if_no")
        choices = try fields.list("choices", count: Says.allCases.count) { value, place throws(FileFault) in
            guard let says = value.text.flatMap(Says.init(rawValue:)), says != .heardFrom else { throw FileFault(.notAWord, at: place) }
            return says
        }
        restsOn = try fields.digest("rests_on")
        let authorises = choices.contains(.authorises)
        readBack = try fields.optional("read_back").map { value throws(FileFault) in try ReadBack(value, at: "\(place).read_back") }
        check = try fields.optional("check").map { value throws(FileFault) in try Check(value, at: "\(place).check") }
        if authorises != (readBack != nil) { throw FileFault(authorises ? .missing : .unknownKey, at: "\(place).read_back") }
        if authorises != (check != nil) { throw FileFault(authorises ? .missing : .unknownKey, at: "\(place).check") }
        // Refusing is never harder than releasing.
        guard choices.contains(.refuses), Set(choices).count == choices.count else { throw FileFault(.notAChoice, at: "\(place).choices") }
        try fields.end()
    }

    /// The question as a value.
    package var json: JSON {
        .object(leavingOutNil: [
            "certain": .strings(certain), "check": check?.json, "choices": .strings(choices.map(\.rawValue)),
            "excluded": .strings(excluded), "id": .string(id), "if_no": .string(ifNo), "possible": .strings(possible),
            "read_back": readBack.map { ["code": .string($0.code), "prompt": .string($0.prompt)] }, "recall": .string(recall),
            "rests_on": .string(restsOn.text), "step": step.map { .string($0) }, "subject": .string(subject), "text": .string(text),
            "unknown": unknown.map { .string($0) },
        ])
    }

    /// A field that says something else in two questions.
    package struct Difference: Hashable, Sendable {
        /// The key, as the file writes it.
        package let field: String
        package let asked: JSON?
        package let today: JSON?
    }

    /// How it differs from the same question as it would be put today, but for `recall` and `check`; nothing where an answer holds.
    package func differences(from today: Question) -> [Difference] {
        let (asked, now) = (json, today.json)
        let keys = Set((asked.members ?? []).map(\.key)).union((now.members ?? []).map(\.key)).subtracting(["recall", "check"])
        return keys.sorted().compactMap { key in
            asked[key] == now[key] ? nil : Difference(field: key, asked: asked[key], today: now[key])
        }
    }
}

extension Question.ReadBack {
    fileprivate init(_ value: JSON, at place: String) throws(FileFault) {
        var fields = try FieldReader(value, at: place)
        self.init(prompt: try fields.text("prompt"), code: try fields.text("code", limit: 200, .word))
        try fields.end()
    }
}

extension Question.Check {
    fileprivate init(_ value: JSON, at place: String) throws(FileFault) {
        var fields = try FieldReader(value, at: place)
        self.init(prompt: try fields.text("prompt"), choices: try fields.texts("choices", count: 20), right: try fields.number("right"))
        guard choices.count > 1, choices.indices.contains(right) else { throw FileFault(.notAChoice, at: "\(place).right") }
        try fields.end()
    }

    fileprivate var json: JSON { ["choices": .strings(choices), "prompt": .string(prompt), "right": JSON(right)] }
}
