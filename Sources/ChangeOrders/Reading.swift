package import Diagnostics
package import Inventories

/// An order as far as it could be read, and what was wrong with it.
package struct OrderReading: Sendable {
    /// Nil when the text is no order at all.
    package var order: ChangeOrder?
    package var log: DiagnosticLog
}

extension ChangeOrder {
    /// Reads an order against an inventory.
    ///
    /// - Parameters:
    ///   - file: the order's text in `texts`, YAML or JSON.
    ///   - list: the text of a cut sheet (`list: moves.csv`) by its name beside the order; nil when there is none.
    package static func read(
        _ file: FileID, of texts: inout SourceTexts, against inventory: Inventory, list: (String) -> SourceText?
    ) -> OrderReading {
        preconditionFailure("the reader is not linked")
    }

    /// Reads one action in words (`unplug sw-1:Gi1/0/7`, `выдернуть PP-1:12`) as an order of one step.
    package static func read(action words: String, against inventory: Inventory) -> OrderReading {
        preconditionFailure("the reader is not linked")
    }
}
