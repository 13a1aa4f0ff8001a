import ArgumentParser
import Diagnostics
import LocatedYAML

/// Why a command could not do what was asked for.
enum Failure: Error {
    /// What the argument parser has to say: a wrong argument, or help that was asked for.
    case parsing(any Error)
    /// Arguments that parse and do not fit.
    case usage(Diagnostic, Language)
    /// Words on the command line that were not understood.
    case words(DiagnosticLog, SourceTexts, Language)
    /// Texts that cannot be used as they are.
    case input(DiagnosticLog, SourceTexts, Language)
    /// The system refuses to read or to write.
    case system(Diagnostic, Language)

    /// A file that was named and cannot be read: bad input, unless the machine itself fails.
    init(_ trouble: FileTrouble, _ language: Language) {
        switch trouble {
        case .missing, .isFolder, .noPermission, .tooLarge: self.init(trouble.cured, language)
        case .other: self = .system(trouble.cured, language)
        }
    }

    /// One thing wrong with what was given.
    init(_ diagnostic: Diagnostic, _ language: Language) {
        var log = DiagnosticLog()
        log.add(diagnostic)
        self = .input(log, SourceTexts(), language)
    }

    /// Tells people, and gives the exit status.
    func report() -> ExitStatus {
        switch self {
        case .parsing(let error): return Self.report(parsing: error)
        case .usage(let diagnostic, let language):
            Terminal.tell(diagnostic, language)
            return .wrongUsage
        case .words(let log, let texts, let language):
            Terminal.tell(log, texts, language)
            return .wrongUsage
        case .input(let log, let texts, let language):
            Terminal.tell(log, texts, language)
            return .badInput
        case .system(let diagnostic, let language):
            Terminal.tell(diagnostic, language)
            return .inputOutputError
        }
    }

    /// What is wrong, a line each.
    var summaries: [Phrase] {
        switch self {
        case .parsing: []
        case .usage(let diagnostic, _), .system(let diagnostic, _): [diagnostic.summary]
        case .words(let log, _, _), .input(let log, _, _): log.kept.map(\.summary)
        }
    }

    private static func report(parsing error: any Error) -> ExitStatus {
        let isAnswer = Primum.exitCode(for: error).isSuccess
        let message = Primum.fullMessage(for: error) + "\n"
        if isAnswer { Terminal.write(message, to: .output) } else { Terminal.write(message, to: .errors) }
        return isAnswer ? .well : .wrongUsage
    }
}

extension FileTrouble {
    /// The diagnostic with its cure.
    var cured: Diagnostic {
        var diagnostic = diagnostic
        switch self {
        case .missing: diagnostic.help.append(.checkPath)
        case .isFolder: diagnostic.help.append(.nameTheFile)
        case .noPermission(let path): diagnostic.help.append(.permit(path))
        case .tooLarge: diagnostic.help.append(.splitFile)
        case .other: break
        }
        return diagnostic
    }
}

extension Phrase {
    fileprivate static var checkPath: Phrase {
        Phrase(en: "check the path; it is read from the current folder", ru: "проверьте путь: он отсчитывается от текущей папки")
    }

    fileprivate static var nameTheFile: Phrase {
        Phrase(en: "name a file in it", ru: "назовите файл в ней")
    }

    fileprivate static func permit(_ path: String) -> Phrase {
        Phrase(en: "ask its owner, or: chmod u+r '\(path)'", ru: "спросите владельца или выполните: chmod u+r '\(path)'")
    }

    fileprivate static var splitFile: Phrase {
        Phrase(en: "split it: an inventory may be any number of files", ru: "разделите его: учёт может состоять из многих файлов")
    }
}
