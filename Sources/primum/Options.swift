import ArgumentParser
import Diagnostics
import Times

extension Language: ExpressibleByArgument {
    /// By `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that is set; English where none of them says Russian.
    static var ofLocale: Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { Environment[$0] }.first ?? "C"
        let word = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }.lowercased()
        return Language(rawValue: word) ?? .en
    }
}

/// The language of a command's words.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp("The language (default: that of the locale, else en).", valueName: "language"))
    var chosen: Language?

    var language: Language { chosen ?? .ofLocale }
}

/// The form in which a command answers.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// The form of an answer that is a document alone.
enum DocumentFormat: String, CaseIterable, ExpressibleByArgument {
    case json
}

/// The form of a command's answer, its language, and where it goes.
struct AnswerOptions: ParsableArguments {
    @Option(help: "The form of the answer.")
    var format: OutputFormat = .text

    @Option(help: ArgumentHelp("Write the answer to a file, whole or not at all, instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var speech: LanguageOptions

    var language: Language { speech.language }
}

/// Where the client's folder is.
struct ClientOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The client's folder (default: the nearest one with client.yaml, from the current folder upwards).", valueName: "folder"))
    var client: String?

    @Option(
        help: ArgumentHelp(
            "A local clone of the NetBox device-type-library; what is used of it is copied into the client's folder.", valueName: "folder"
        ))
    var deviceTypes: String?
}

/// The moment at which knowledge is judged.
struct MomentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Judge as of this moment, such as 2026-11-24T12:00:00+03:00 or 2026-11-24 (default: the clock).", valueName: "timestamp"))
    var now: NowArgument?
}

/// A moment as it is typed: with its distance from UTC, or a day of the client's calendar.
enum NowArgument: ExpressibleByArgument {
    case moment(Timestamp)
    case day(CivilDate)

    init?(argument: String) {
        guard let written = WrittenMoment(argument) else { return nil }
        self.init(written)
    }

    /// A moment as it is written in a file.
    init(_ written: WrittenMoment) {
        self = written.precision == .day ? .day(CivilTime(written.moment).date) : .moment(written.moment)
    }

    /// The moment that is meant; a day means its beginning.
    func moment(in zone: TimeZoneRules) -> Timestamp {
        switch self {
        case .moment(let moment): moment
        case .day(let day): zone.startOfDay(day)
        }
    }
}
