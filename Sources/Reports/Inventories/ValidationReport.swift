package import Diagnostics
package import Inventories
package import Seals

/// All that is wrong with a client's folder.
package struct ValidationReport: Sendable {
    let log: DiagnosticLog
    let texts: SourceTexts
    /// Nil when the client could not be read at all.
    let inventory: Inventory?

    package init(_ log: DiagnosticLog, _ texts: SourceTexts, _ inventory: Inventory?) {
        self.log = log
        self.texts = texts
        self.inventory = inventory
    }

    /// Every diagnostic with its picture, and at the end what was read.
    package func text(_ typesetter: Typesetter) -> String {
        let language = typesetter.language
        var text = typesetter.text(of: log, in: texts)
        guard let inventory else { return text + Phrase.clientUnread[language] + "\n" }
        let counts = InventoryCounts(inventory).kinds.filter { $0.count > 0 }
        let list = counts.map { $0.noun.counted($0.count)[language] }.joined(separator: ", ")
        text += "\(inventory.client.name.text.displayed): \(list.isEmpty ? Phrase.nothingWritten[language] : list)\n"
        if log.count == 0 { text += typesetter.ink.painted(Phrase.noFault[language], .good) + "\n" }
        return text
    }

    /// The same as a document, `primum.diagnostics/1`.
    package func json(_ language: Language) -> JSON {
        .object(leavingOutNil: [
            "schema": "primum.diagnostics/1",
            "client": inventory.map { .string($0.client.id.text) },
            "valid": .bool(!log.hasErrors),
            "counts": .object(leavingOutNil: [
                "error": JSON(log.errorCount), "warning": JSON(log.warningCount),
                "note": JSON(log.count - log.errorCount - log.warningCount),
            ]),
            "objects": inventory.map { inventory in
                .object(InventoryCounts(inventory).kinds.map { JSON.Member($0.key, JSON($0.count)) })
            },
            "diagnostics": log.json(in: texts, language),
        ])
    }
}

extension DiagnosticLog {
    /// The diagnostics that were kept, as documents hold them.
    package func json(in texts: SourceTexts, _ language: Language) -> JSON {
        .array(kept) { $0.json(in: texts, language) }
    }
}

extension Diagnostic {
    /// As documents hold it: code, severity, message, place, help.
    package func json(in texts: SourceTexts, _ language: Language) -> JSON {
        .object(leavingOutNil: [
            "code": .string(code),
            "severity": .string(severity.rawValue),
            "message": .string(summary[language]),
            "at": span.map { texts.json(of: $0) },
            "label": label.map { .string($0[language]) },
            "related": related.isEmpty
                ? nil : .array(related) { .object(leavingOutNil: ["at": texts.json(of: $0.span), "label": .string($0.label[language])]) },
            "notes": notes.isEmpty ? nil : .strings(notes.map { $0[language] }),
            "help": help.isEmpty ? nil : .strings(help.map { $0[language] }),
        ])
    }
}

extension SourceTexts {
    /// A place as documents hold it: `file`, `line`, `column`, both from 1.
    package func json(of span: Span) -> JSON {
        let place = place(of: span)
        return .object(leavingOutNil: ["file": .string(place.file), "line": JSON(place.line), "column": JSON(place.column)])
    }
}

extension Phrase {
    fileprivate static var clientUnread: Phrase {
        Phrase(en: "the client's folder cannot be used", ru: "папкой клиента пользоваться нельзя")
    }

    fileprivate static var nothingWritten: Phrase { Phrase(en: "nothing is written", ru: "ничего не записано") }
    fileprivate static var noFault: Phrase { Phrase(en: "no fault was found in the form", ru: "ошибок записи не найдено") }
}
