import ArgumentParser
import Diagnostics
import LocatedYAML
import Policies

/// `primum policy eject`: a pack that comes with the program, written out for editing.
struct EjectCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "eject",
        abstract: "Write a pack that comes with primum into a folder, for editing.",
        discussion: """
            The files are written into a folder named like the pack. Nothing is overwritten: where that folder is there already \
            and holds anything, nothing is written at all.

            Examples:
              primum policy eject do-no-harm --into policies
              primum policy diff do-no-harm policies/do-no-harm --orders acme/orders

            Exit status: 0; 64 when something is there already; 65 when there is no such pack; 74 when it cannot be written.
            """)

    @Argument(help: "The pack's name.")
    var pack: String

    @Option(help: ArgumentHelp("The folder in which the pack's own folder is made.", valueName: "folder"))
    var into: String

    @OptionGroup var speech: LanguageOptions

    func work() throws(Failure) -> ExitStatus {
        let language = speech.language
        guard let shipped = PackText.shipped.first(where: { $0.name == pack }) else {
            let names = PackDoor.shippedNames
            let near = suggestion(for: pack, among: names).map { [Phrase.didYouMean([$0])] } ?? []
            throw Failure(Diagnostic("no-such-pack", .error, .notShipped(pack), help: near), language)
        }
        let folder = Files.path(into, pack)
        let isWritten: Bool
        do {
            isWritten = try Self.write(shipped, into: folder)
        } catch {
            throw .system(error.cured, language)
        }
        guard isWritten else { throw .usage(Diagnostic("pack-exists", .error, .packExists(folder)), language) }
        Terminal.write(Phrase.ejected(shipped.files.count, into: folder)[language] + "\n", to: .output)
        return .well
    }

    /// Writes all files of a pack; false where something is there already.
    private static func write(_ pack: PackText, into folder: String) throws(FileTrouble) -> Bool {
        switch Files.kind(of: folder) {
        case nil: try Files.makeFolder(folder)
        case .folder: guard try Files.names(in: folder).isEmpty else { return false }
        case .file, .other: return false
        }
        for file in pack.files {
            try Files.write(String(decoding: file.bytes, as: UTF8.self), to: Files.path(folder, Files.name(of: file.name)))
        }
        return true
    }
}

extension Phrase {
    fileprivate static func notShipped(_ name: String) -> Phrase {
        Phrase(en: "no pack `\(name)` comes with primum", ru: "пакета `\(name)` в поставке primum нет")
    }

    fileprivate static func packExists(_ folder: String) -> Phrase {
        Phrase(en: "`\(folder)` is there already; nothing was written", ru: "`\(folder)` уже есть; ничего не записано")
    }

    fileprivate static func ejected(_ count: Int, into folder: String) -> Phrase {
        let files = Noun(en: ("file", "files"), ru: ("файл", "файла", "файлов")).counted(count)
        return Phrase(en: "Written: \(files.en) into \(folder)", ru: "Записано в \(folder): \(files.ru)")
    }
}
