import Diagnostics
import Inventories

/// What a name on the command line means.
struct Lookup {
    let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// The one thing that a name means.
    ///
    /// - Throws: wrong usage, with names that are near or with those that it may mean.
    func only<Found>(_ resolution: Resolution<Found>, _ name: String) throws(Failure) -> Found {
        switch resolution {
        case .found(let found): return found
        case .unrecorded(let near):
            let help = near.isEmpty ? [Phrase.nameForms] : [.didYouMean(near)]
            throw .usage(Diagnostic("not-on-record", .error, .notOnRecord(name), help: help), language)
        case .ambiguous(let names):
            throw .usage(Diagnostic("ambiguous-name", .error, .ambiguous(name), help: [.oneOf(names)]), language)
        case .malformed(let form):
            throw .usage(Diagnostic("malformed-name", .error, .malformed(name), help: [form]), language)
        }
    }
}

extension Phrase {
    private static func quoted(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

    fileprivate static func notOnRecord(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` is not on record", ru: "`\(name)` в учёте нет")
    }

    static func didYouMean(_ names: [String]) -> Phrase {
        Phrase(en: "did you mean \(quoted(names))?", ru: "возможно, вы имели в виду \(quoted(names))?")
    }

    fileprivate static var nameForms: Phrase {
        Phrase(
            en: "ports are written device:name, such as `sw-1:Gi1/0/7` or `PP-1:rear/7`",
            ru: "порты пишутся как устройство:порт, например `sw-1:Gi1/0/7` или `PP-1:rear/7`")
    }

    fileprivate static func ambiguous(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` may mean several things", ru: "`\(name)` может означать разное")
    }

    fileprivate static func oneOf(_ names: [String]) -> Phrase {
        Phrase(en: "write one of \(quoted(names))", ru: "напишите одно из: \(quoted(names))")
    }

    fileprivate static func malformed(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` is no name", ru: "`\(name)` — не имя")
    }
}
