import ArgumentParser
import ChangeOrders
import Diagnostics
import LocatedYAML
import Policies
import Reports
import Verdicts

/// `primum check`: the main job.
struct CheckCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check an order against what is known of the client: what it does to whom, and who must be asked.",
        discussion: """
            The order's steps are rehearsed one by one on what is known, and the rules judge what comes of it. The client's \
            folder is the nearest one with client.yaml above the order. Nothing that could not be read ever counts in favour \
            of the work.

            Examples:
              primum check orders/CO-2026-014.yaml
              primum check orders/CO-2026-014.yaml --format json --output result.json
              primum check orders/CO-2026-014.yaml --since result.json

            Exit status:
              0   no known harm, or none beyond what was agreed
              1   hold: somebody must answer, or a reading is to be taken
              2   do not touch
              3   inconclusive
              64  wrong usage
              65  the folder, the order or the earlier result cannot be read
              74  the answer cannot be written
            """)

    @Argument(help: ArgumentHelp("The order's file.", valueName: "order"))
    var order: String

    @Option(help: ArgumentHelp("Say what changed since this earlier result (written with --format json).", valueName: "file"))
    var since: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let session = try ClientSession(client, moment, above: order, answer.language)
        let read = try OrderDoor(order, in: session)
        return try CheckRun(session, read).answer(answer, since: since)
    }
}

/// `primum what-if`: the question at the rack.
struct WhatIfCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "what-if",
        abstract: "Check one action in words, without an order.",
        discussion: """
            The words are those of orders and their everyday synonyms, in English and Russian; several actions are joined by \
            "and" or "then".

            Examples:
              primum what-if "unplug sw-1:Gi1/0/7"
              primum what-if "выдернуть PP-1:12"
              primum what-if "restart core-rtr" --by petrova --client inventories/vostok

            Exit status: as that of check; 64 where the action was not understood.
            """)

    @Argument(help: ArgumentHelp("The action in words; several words need no quotes.", valueName: "action"))
    var action: [String]

    @Option(help: ArgumentHelp("Who asks for it: a contact, or a name.", valueName: "person"))
    var by: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let session = try ClientSession(client, moment, answer.language)
        let read = try OrderDoor(action: action.joined(separator: " "), by: by, in: session)
        return try CheckRun(session, read).answer(answer, since: nil)
    }
}

/// `primum facts`: what the rules see.
struct FactsCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "facts",
        abstract: "Print the facts of an order, the only thing that rules see, as JSON (primum.facts/1).",
        discussion: """
            Any other engine can judge the document too; primum schema facts describes it.

            Examples:
              primum facts orders/CO-2026-014.yaml
              primum facts orders/CO-2026-014.yaml --output facts.json

            Exit status: 0; 65 when the folder or the order cannot be read; 74 when the document cannot be written.
            """)

    @Argument(help: ArgumentHelp("The order's file.", valueName: "order"))
    var order: String

    @Option(help: "The form of the document.")
    var format: DocumentFormat = .json

    @Option(help: ArgumentHelp("Write the document to a file, whole or not at all, instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var speech: LanguageOptions

    func work() throws(Failure) -> ExitStatus {
        let session = try ClientSession(client, moment, above: order, speech.language)
        session.warnOfFaults()
        let read = try OrderDoor(order, in: session)
        let check = try CheckRun(session, read).check()
        try Answer(text: { _ in "" }, document: { check.facts.json }).give(format: .json, to: output, speech.language)
        return .well
    }
}

/// One check, from what was read to the answer.
struct CheckRun {
    private let session: ClientSession
    private let read: OrderDoor

    init(_ session: ClientSession, _ read: OrderDoor) {
        self.session = session
        self.read = read
    }

    /// The check itself.
    ///
    /// - Throws: bad input where there is nothing to check.
    func check() throws(Failure) -> Check {
        guard let check = Check(read.reading, in: read.texts, of: session.folder, at: session.now, packs: PackText.shipped) else {
            throw .input(read.reading.log, read.texts, session.language)
        }
        return check
    }

    /// Checks, tells what could not be read, and gives the answer.
    func answer(_ options: AnswerOptions, since: String?) throws(Failure) -> ExitStatus {
        let check = try check()
        session.warnOfFaults()
        if read.reading.log.count > 0 { Terminal.tell(read.reading.log, read.texts, options.language) }
        let change = try change(to: check, since: since)
        let (language, isNowOfClock) = (options.language, session.isNowOfClock)
        try Answer(
            text: { CheckReport(check, since: change, isNowOfClock: isNowOfClock, $0).text },
            document: { CheckDocument(check, since: change, language).json }
        ).give(options)
        return ExitStatus(check.verdict)
    }

    private func change(to check: Check, since path: String?) throws(Failure) -> Change? {
        guard let path else { return nil }
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let text: SourceText
        do {
            text = try Files.text(at: path)
        } catch {
            throw Failure(error, session.language)
        }
        guard let earlier = Earlier(text, in: &texts, log: &log) else { throw .input(log, texts, session.language) }
        guard earlier.order == check.order.id.text else {
            throw Failure(Diagnostic("other-order", .error, .otherOrder(earlier.order, check.order.id.text)), session.language)
        }
        return Change(from: earlier, to: check)
    }
}

extension ExitStatus {
    /// What a verdict tells the caller.
    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .noKnownHarm, .asAgreed: .well
            case .hold: .hold
            case .inconclusive: .inconclusive
            case .doNotTouch: .doNotTouch
            }
    }
}

extension Phrase {
    fileprivate static func otherOrder(_ earlier: String, _ order: String) -> Phrase {
        Phrase(
            en: "the earlier result is of the order `\(earlier)`, not of `\(order)`",
            ru: "прежний результат — по заявке `\(earlier)`, а не `\(order)`")
    }
}
