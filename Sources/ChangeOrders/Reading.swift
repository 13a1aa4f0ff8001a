package import Diagnostics
package import Inventories
package import LocatedYAML

/// An order as far as it could be read, and what was wrong with it.
package struct OrderReading: Sendable {
    /// Nil when the text is no order at all.
    package var order: ChangeOrder?
    package var log: DiagnosticLog
}

extension ChangeOrder {
    /// What the text of an order may hold, for `primum schema order`.
    package static var schema: Schema { OrderDraft.shape.schema }

    /// Reads an order against an inventory.
    ///
    /// - Parameters:
    ///   - file: the order's text in `texts`, YAML or JSON; cut sheets that it names are added to `texts`.
    ///   - list: the text of a cut sheet (`list: moves.csv`) by its name beside the order; nil when there is none.
    package static func read(
        _ file: FileID, of texts: inout SourceTexts, against inventory: Inventory, list: (String) -> SourceText?
    ) -> OrderReading {
        var log = DiagnosticLog()
        let tree = NodeTree.parse(texts[file], file: file, log: &log)
        guard let root = tree.roots.first else {
            if !log.hasErrors { log.add(.emptyOrder(at: Span(file: file, start: 0, end: 0))) }
            return OrderReading(order: nil, log: log)
        }
        for extra in tree.roots.dropFirst() { log.add(.secondOrder(at: extra.span)) }
        guard let draft = OrderDraft.shape.read(root, &log) else { return OrderReading(order: nil, log: log) }
        let adopted = AdoptedTexts(texts)
        var reading = withoutActuallyEscaping(list) { list in
            var reader = OrderReader(inventory, list: list, adopt: adopted.add)
            return reader.reading(draft)
        }
        texts = adopted.texts
        log.add(contentsOf: reading.log)
        reading.log = log
        // A text without a number and without steps is some other file.
        if draft.id == nil, draft.steps.isEmpty { reading.order = nil }
        return reading
    }
}

/// Texts that a reader adds to while it goes.
private final class AdoptedTexts {
    private(set) var texts: SourceTexts

    init(_ texts: SourceTexts) {
        self.texts = texts
    }

    func add(_ text: SourceText) -> FileID { texts.add(text) }
}

extension Diagnostic {
    fileprivate static func emptyOrder(at span: Span) -> Diagnostic {
        Diagnostic("empty-order", .error, .emptyOrder, at: span, help: [.orderNew])
    }

    fileprivate static func secondOrder(at span: Span) -> Diagnostic {
        Diagnostic("second-order", .error, .secondOrder, at: span, help: [.aFileEach])
    }
}

extension Phrase {
    fileprivate static var emptyOrder: Phrase { Phrase(en: "the order is empty", ru: "заявка пуста") }

    fileprivate static var orderNew: Phrase {
        Phrase(en: "`primum order new` writes a first one", ru: "первую заявку напишет `primum order new`")
    }

    fileprivate static var secondOrder: Phrase {
        Phrase(en: "a file holds one order", ru: "в одном файле — одна заявка")
    }

    fileprivate static var aFileEach: Phrase {
        Phrase(en: "write this order in a file of its own", ru: "вынесите эту заявку в отдельный файл")
    }
}
