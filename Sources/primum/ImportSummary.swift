import Diagnostics
import Imports
import Seals

/// What people are told of an import: what came, what changed, what had no place.
struct ImportSummary {
    let result: ImportResult
    let folder: String
    let isDryRun: Bool

    init(_ result: ImportResult, folder: String, isDryRun: Bool) {
        self.result = result
        self.folder = folder
        self.isDryRun = isDryRun
    }

    private var report: ImportReport { result.report }
    private static let shownChanges = 40
    private static let shownFiles = 4

    func text(_ typesetter: Typesetter) -> String {
        let language = typesetter.language
        var parts = [headline(language), lists(typesetter), unplaced(language), changes(language)]
        parts.append(report.skipped.isEmpty ? "" : Phrase.skipped(report.skipped.map(\.displayed))[language] + "\n")
        parts.append(cautions.map { typesetter.ink.painted($0[language], .caution) + "\n" }.joined())
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func headline(_ language: Language) -> String {
        let (imported, all) = (report.lists.reduce(0) { $0 + $1.imported }, report.lists.reduce(0) { $0 + $1.objects })
        let head = Phrase.imported(imported, of: all, into: folder)[language]
        let files = result.texts.map(\.path.displayed)
        if files.isEmpty { return "\(head)\n\(Phrase.nothingToWrite[language])\n" }
        let shown = files.prefix(Self.shownFiles).joined(separator: ", ")
        let more = files.count > Self.shownFiles ? " \(Phrase.andMore(files.count - Self.shownFiles)[language])" : ""
        return "\(head)\n\(Phrase.written(files.count, isDryRun: isDryRun)[language]): \(shown)\(more)\n"
    }

    private func lists(_ typesetter: Typesetter) -> String {
        let width = report.lists.map(\.path.displayWidth).max() ?? 0
        return report.lists.filter { $0.objects > 0 }.map { list in
            let path = list.path + String(repeating: " ", count: width - list.path.displayWidth)
            let rest =
                list.unplaced > 0 ? ", " + typesetter.ink.painted(Phrase.withoutPlace(list.unplaced)[typesetter.language], .caution) : ""
            return "  \(path)  \(Phrase.of(list.imported, list.objects)[typesetter.language])\(rest)\n"
        }.joined()
    }

    private func unplaced(_ language: Language) -> String {
        let lines = report.lists.filter { !$0.fields.isEmpty }.map { list in
            "  \(list.path): \(list.fields.map { "\($0.name.displayed) (\($0.count))" }.joined(separator: ", "))\n"
        }
        return lines.isEmpty ? "" : Phrase.fieldsWithoutPlace[language] + "\n" + lines.joined()
    }

    private func changes(_ language: Language) -> String {
        let added = report.count { $0 == .added }
        let rest = report.changes.filter { $0.kind != .added }
        guard added + rest.count > 0 else { return "" }
        var text = Phrase.changes(added: added, rest.count)[language] + "\n"
        for change in rest.prefix(Self.shownChanges) {
            text += "  \(change.section) \(change.name.displayed): \(change.kind.phrase[language])\n"
        }
        if rest.count > Self.shownChanges { text += "  \(Phrase.andMore(rest.count - Self.shownChanges)[language])\n" }
        return text
    }

    private var cautions: [Phrase] {
        [report.isVouched ? nil : Phrase.notVouched, report.hasOwners ? nil : .ownerless].compactMap { $0 }
    }

    /// The same as a document, `primum.import/1`; all changes are in it.
    var json: JSON {
        .object(leavingOutNil: [
            "schema": "primum.import/1",
            "folder": .string(folder),
            "written": isDryRun ? false : true,
            "files": .strings(result.texts.map(\.path)),
            "vouched": .bool(report.isVouched),
            "owners": .bool(report.hasOwners),
            "lists": .array(report.lists) { list in
                .object(leavingOutNil: [
                    "path": .string(list.path), "objects": JSON(list.objects), "imported": JSON(list.imported),
                    "unplaced": JSON(list.unplaced),
                    "fields_without_place": .object(list.fields.map { JSON.Member($0.name, JSON($0.count)) }),
                ])
            },
            "skipped": .strings(report.skipped),
            "changes": .array(report.changes) { change in
                .object(
                    [
                        JSON.Member("section", .string(change.section)), JSON.Member("name", .string(change.name)),
                        JSON.Member("origin", .string(change.origin)),
                    ] + change.kind.members)
            },
        ])
    }
}

extension ImportReport.Change.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .added: Phrase(en: "added", ru: "добавлено")
        case .changed(let field, let old, let new): .changed(field, old?.displayed ?? "–", new?.displayed ?? "–")
        case .keptByHand(let field, let folder, let netbox): .keptByHand(field, folder.displayed, netbox.displayed)
        case .removed: Phrase(en: "no longer in NetBox, removed", ru: "в NetBox больше нет, убрано")
        case .keptGone:
            Phrase(en: "no longer in NetBox, kept: somebody wrote in it", ru: "в NetBox больше нет, оставлено: там есть записи от руки")
        }
    }

    fileprivate var members: [JSON.Member] {
        func text(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
        return switch self {
        case .added: [JSON.Member("change", "added")]
        case .changed(let field, let old, let new):
            [
                JSON.Member("change", "changed"), JSON.Member("field", .string(field)), JSON.Member("from", text(old)),
                JSON.Member("to", text(new)),
            ]
        case .keptByHand(let field, let folder, let netbox):
            [
                JSON.Member("change", "kept-by-hand"), JSON.Member("field", .string(field)), JSON.Member("folder", .string(folder)),
                JSON.Member("netbox", .string(netbox)),
            ]
        case .removed: [JSON.Member("change", "removed")]
        case .keptGone: [JSON.Member("change", "kept-gone")]
        }
    }
}

extension Phrase {
    fileprivate static func imported(_ imported: Int, of all: Int, into folder: String) -> Phrase {
        Phrase(
            en: "Objects of NetBox that have a place in \(folder): \(imported) of \(all)",
            ru: "Объектов NetBox, нашедших место в \(folder): \(imported) из \(all)")
    }

    fileprivate static func written(_ count: Int, isDryRun: Bool) -> Phrase {
        let files = Noun(en: ("file", "files"), ru: ("файл", "файла", "файлов")).counted(count)
        return isDryRun
            ? Phrase(en: "\(files.en) would be written", ru: "было бы записано: \(files.ru)")
            : Phrase(en: "\(files.en) written", ru: "записано: \(files.ru)")
    }

    fileprivate static var nothingToWrite: Phrase {
        Phrase(en: "the folder says all of this already; nothing was written", ru: "в папке всё это уже есть; ничего не записано")
    }

    fileprivate static func of(_ part: Int, _ all: Int) -> Phrase { Phrase(en: "\(part) of \(all)", ru: "\(part) из \(all)") }

    fileprivate static func withoutPlace(_ count: Int) -> Phrase {
        Phrase(en: "\(count) without a place", ru: "\(count) без места")
    }

    fileprivate static var fieldsWithoutPlace: Phrase {
        Phrase(
            en: "Fields of imported objects that have no place (in how many objects):",
            ru: "Поля, которым места нет (и у скольких объектов):")
    }

    fileprivate static func changes(added: Int, _ rest: Int) -> Phrase {
        Phrase(
            en: "\(added) added, \(rest) changed, removed or kept as written by hand",
            ru: "добавлено: \(added); изменено, убрано или оставлено как написано от руки: \(rest)")
    }

    fileprivate static func skipped(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(en: "No list of NetBox in: \(list)", ru: "Списков NetBox нет в: \(list)")
    }

    fileprivate static func changed(_ field: String, _ old: String, _ new: String) -> Phrase {
        Phrase(verbatim: "\(field): \(old) → \(new)")
    }

    fileprivate static func keptByHand(_ field: String, _ folder: String, _ netbox: String) -> Phrase {
        Phrase(
            en: "\(field): kept as written by hand, \(folder) (NetBox: \(netbox))",
            ru: "\(field): оставлено написанное от руки, \(folder) (в NetBox: \(netbox))")
    }

    fileprivate static var notVouched: Phrase {
        Phrase(
            en: "Nobody vouches for the export (--as-of, --vouched-by): everything imported counts as expired.",
            ru: "За выгрузку никто не ручается (--as-of, --vouched-by): всё импортированное считается устаревшим.")
    }

    fileprivate static var ownerless: Phrase {
        Phrase(
            en: "Nothing says who decides over the objects (--owner-from): they have no owner.",
            ru: "Ничто не говорит, кто решает за объекты (--owner-from): владельцев у них нет.")
    }
}
