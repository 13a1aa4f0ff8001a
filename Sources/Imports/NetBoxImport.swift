package import Diagnostics
import LocatedYAML

/// What an import makes of an export and a folder: the texts to write, and what is to be said about it.
package struct ImportResult: Sendable {
    /// The texts that are new or changed, by their paths inside the client folder; none where anything was wrong.
    package var texts: [(path: String, text: String)]
    package var report: ImportReport
    package var log: DiagnosticLog
    /// All texts that were read, for the places of diagnostics.
    package var sources: SourceTexts
}

/// The import of NetBox's list responses into a client folder.
package enum NetBoxImport {
    /// The file in which an import keeps what it wrote last; to be given with the folder's other texts.
    package static let memoryPath = Memory.path

    /// True for the paths inside a client folder that an import reads.
    package static func reads(_ path: String) -> Bool {
        path == "client.yaml" || path == memoryPath
            || (path.hasSuffix(".yaml") && path.hasPrefix("inventory/"))
    }

    /// Brings an export into a folder.
    ///
    /// - Parameters:
    ///   - exports: the responses of NetBox's lists in any split, named as the user knows them.
    ///   - folder: the present texts of the client folder, by their paths inside it; none for a new one.
    ///   - options: what the person who imports says about the export.
    package static func run(
        exports: [SourceText], folder: [(path: String, text: SourceText)], options: ImportOptions
    ) -> ImportResult {
        var sources = SourceTexts()
        var log = DiagnosticLog()
        let export = Export(exports.map { ($0, sources.add($0)) }, log: &log)
        let memory = folder.first { $0.path == Memory.path }.map { Memory($0.text, file: sources.add($0.text)) } ?? Memory()
        let present = Folder(folder.map { ($0.path, $0.text, sources.add($0.text)) }, memory: memory, log: &log)
        var mapping = Mapping(export, options: options)
        let sections = mapping.sections(present.names)
        log.add(contentsOf: mapping.log)
        var report = ImportReport()
        report.lists = mapping.accounts()
        report.skipped = export.skipped
        report.isVouched = options.isVouched
        report.hasOwners = options.ownerFrom != nil
        reportMissing(export, &log)
        let people = present.contacts + mapping.people.contacts.compactMap { $0.value("id")?.scalar }
        if let person = options.vouchedBy, options.isVouched, !people.contains(person) {
            log.add(Diagnostic("netbox-voucher", .warning, .noContact(person), help: [.addContact]))
        }
        guard !log.hasErrors else { return ImportResult(texts: [], report: report, log: log, sources: sources) }
        var writer = FolderWriter(present, memory: memory, export: export, options: options)
        writer.write(sections, people: mapping.people)
        report.changes = writer.changes
        let texts = writer.texts()
        for (path, text) in texts where !reads(back: text, at: path) {
            log.add(Diagnostic("import-layout", .error, .cannotEdit(path), help: [.plainLayout]))
        }
        return ImportResult(texts: log.hasErrors ? [] : texts, report: report, log: log, sources: sources)
    }

    /// Whether a text that is about to be written can be read: an edit must not break a layout that it did not foresee.
    private static func reads(back text: String, at path: String) -> Bool {
        var log = DiagnosticLog()
        return NodeTree.parse(SourceText(name: path, text), file: FileID(index: 0), log: &log).isComplete && !log.hasErrors
    }

    private static func reportMissing(_ export: Export, _ log: inout DiagnosticLog) {
        if export.lists.isEmpty, !log.hasErrors {
            log.add(Diagnostic("netbox-nothing", .error, .nothingFound, help: [.giveLists]))
        }
    }
}

extension Phrase {
    fileprivate static func cannotEdit(_ path: String) -> Phrase {
        Phrase(
            en: "`\(path)` is laid out in a way that an import cannot edit",
            ru: "`\(path)` записан так, что импорт не может внести в него изменения")
    }

    fileprivate static var plainLayout: Phrase {
        Phrase(
            en: "write its lists with one object on a line, or with one field on a line, and import again",
            ru: "запишите его списки по объекту в строке или по полю в строке и повторите импорт")
    }

    fileprivate static func noContact(_ person: String) -> Phrase {
        Phrase(
            en: "`\(person)` is no contact of the client: what is imported counts as hearsay",
            ru: "`\(person)` не входит в контакты клиента: импортированное считается слухом")
    }

    fileprivate static var addContact: Phrase {
        Phrase(
            en: "write the person under `contacts` in client.yaml, and import again",
            ru: "запишите этого человека в `contacts` в client.yaml и повторите импорт")
    }

    fileprivate static var nothingFound: Phrase {
        Phrase(en: "no list of NetBox's objects was found", ru: "не найдено ни одного списка объектов NetBox")
    }

    fileprivate static var giveLists: Phrase {
        Phrase(
            en: "give the answers of the REST API's lists, such as `GET /api/dcim/devices/?limit=0`, as JSON files",
            ru: "передайте ответы списков REST API в файлах JSON, например `GET /api/dcim/devices/?limit=0`")
    }
}
