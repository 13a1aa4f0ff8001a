import ArgumentParser
import Diagnostics
import Inventories
import LocatedYAML
import Times

/// `primum init`: a new client's folder.
struct InitCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new client's folder, small and explained.",
        discussion: """
            The folder holds a client, one rack, one panel and one person to ask: the least that is useful. It can be validated \
            as it is; its comments say how to go on.

            Examples:
              primum init clients/acme
              primum init clients/acme --name "Acme Trading" --timezone Europe/Moscow --lang ru

            Exit status: 0; 64 when the folder holds a client already; 74 when it cannot be written.
            """)

    @Argument(help: ArgumentHelp("The folder; made where it is not there.", valueName: "folder"))
    var folder: String = "."

    @Option(help: ArgumentHelp("The short name of the client (default: the folder's name).", valueName: "id"))
    var id: String?

    @Option(help: "The client's name.")
    var name: String?

    @Option(help: ArgumentHelp("The client's time zone, such as Europe/Moscow (default: UTC).", valueName: "zone"))
    var timezone: String = "UTC"

    @OptionGroup var moment: MomentOptions
    @OptionGroup var speech: LanguageOptions

    func validate() throws {
        guard (try? TimeZoneRules(named: timezone)) != nil else { throw ValidationError("There is no time zone \(timezone).") }
        if let id, !Self.isID(id) { throw ValidationError("An id has letters, digits, '-', '_' and '.' only.") }
    }

    func work() throws(Failure) -> ExitStatus {
        let client = Files.path(folder, ClientDoor.clientFile)
        guard Files.kind(of: client) == nil else {
            throw .usage(Diagnostic("client-exists", .error, .clientExists(client)), speech.language)
        }
        let texts = NewClient(
            id: id ?? defaultID, name: name, timezone: timezone, day: today, language: speech.language
        ).texts
        do {
            try Files.makeFolder(folder)
            for (path, text) in texts {
                let target = Files.path(folder, path)
                guard Files.kind(of: target) == nil else { continue }
                try Files.makeFolder(Files.parent(of: target))
                try Files.write(text, to: target)
            }
        } catch {
            throw .system(error.cured, speech.language)
        }
        let lines = texts.map { "  " + Files.path(folder, $0.path) + "\n" }.joined()
        Terminal.write(Phrase.made[speech.language] + "\n" + lines + Phrase.goOn(folder)[speech.language] + "\n", to: .output)
        return .well
    }

    private var today: CivilDate {
        let zone = (try? TimeZoneRules(named: timezone)) ?? .utc
        return zone.date(at: moment.now?.moment(in: zone) ?? .ofClock)
    }

    /// The folder's name as far as it can be an id.
    private var defaultID: String {
        let name = Files.name(of: folder).filter { Self.isID(String($0)) }
        return name.allSatisfy { $0 == "." } ? "client" : name
    }

    private static func isID(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
            }
    }
}

extension Phrase {
    fileprivate static func clientExists(_ path: String) -> Phrase {
        Phrase(en: "`\(path)` is there already; nothing was written", ru: "`\(path)` уже есть; ничего не записано")
    }

    fileprivate static var made: Phrase { Phrase(en: "Made:", ru: "Создано:") }

    fileprivate static func goOn(_ folder: String) -> Phrase {
        let client = folder == "." ? "" : " --client \(folder)"
        return Phrase(
            en: "Next: fill in both files, then: primum inventory validate\(client)",
            ru: "Дальше: заполните оба файла, затем: primum inventory validate\(client)")
    }
}
