package import Diagnostics
package import Inventories

extension ChangeOrder {
    /// Reads one action in words (`unplug sw-1:Gi1/0/7`, `выдернуть PP-1:12`) as an order of one step.
    ///
    /// Several objects, or actions joined by `and` or `then`, are as many steps. Places in the log are those of the words in a
    /// text of their own, number 0.
    package static func read(action words: String, against inventory: Inventory) -> OrderReading {
        var texts = SourceTexts()
        return read(action: words, in: &texts, against: inventory)
    }

    /// Reads one action in words; the words are added to `texts`, so that a caret can be drawn under them.
    package static func read(action words: String, in texts: inout SourceTexts, against inventory: Inventory) -> OrderReading {
        let text = SourceText(name: "what-if", words)
        let file = texts.add(text)
        let all = Word.words(of: text, file: file)
        let spoken = all.drop { !$0.isQuoted && (Nouns.courtesies.contains($0.key) || $0.key == ",") }
        var log = DiagnosticLog()
        guard !spoken.isEmpty else {
            log.add(.noAction(at: Span(file: file, start: 0, end: UInt32(text.bytes.count))))
            return OrderReading(order: nil, log: log)
        }
        let (clauses, strangers) = Clause.clauses(of: Array(spoken))
        if !strangers.isEmpty {
            log.add(.noVerb(strangers))
            return OrderReading(order: nil, log: log)
        }
        var reader = ActionReader(inventory)
        for clause in clauses { reader.read(clause) }
        log.add(contentsOf: reader.names.log)
        // An action that is understood in part only would get an answer to another question.
        guard !log.hasErrors, !reader.steps.isEmpty else { return OrderReading(order: nil, log: log) }
        var order = ChangeOrder(id: "what-if", title: Symbol(words), language: inventory.client.language)
        order.steps = reader.steps
        order.span = Span(file: file, start: 0, end: UInt32(text.bytes.count))
        return OrderReading(order: order, log: log)
    }
}
