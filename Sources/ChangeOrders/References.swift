import Diagnostics
import Inventories
import LocatedYAML

/// How orders write the ports that cords end on.
enum PortReading {
    static var schema: Schema { .either([Form<PortReference>.port.schema, .choice(["unknown"])]) }

    /// The name that a node gives to a port, whichever way it is written; nil when it is none, which is reported.
    static func reference(_ node: Node, _ log: inout DiagnosticLog) -> Naming.Name? {
        let span = node.kind == .mapping ? node.extent : node.span
        return Form<PortReference>.port.read(node, &log).map { Naming.Name(text: $0.text, span: span) }
    }
}

/// How orders write selectors.
enum SelectorReading {
    static var form: Form<Node> {
        Form<Node>(Form<SelectorDraft>.selector.schema) { node, _ in node }
    }

    /// The selector, its names looked up; a name that is not on record is reported, and selects nothing.
    static func selector(_ node: Node, in inventory: Inventory, _ log: inout DiagnosticLog) -> Selector? {
        guard let (selector, faults) = resolved(node, in: inventory, &log) else { return nil }
        for fault in faults { log.add(fault) }
        return selector
    }

    /// The selector of a set of targets: names that are not on record are left in it for the rules to judge.
    static func targets(_ node: Node, in inventory: Inventory, _ log: inout DiagnosticLog) -> Selector? {
        guard let (selector, faults) = resolved(node, in: inventory, &log) else { return nil }
        let isComplete = selector.unrecorded.isEmpty
        for fault in faults where isComplete { log.add(fault) }
        return selector
    }

    private static func resolved(
        _ node: Node, in inventory: Inventory, _ log: inout DiagnosticLog
    ) -> (selector: Selector, faults: [Diagnostic])? {
        Form<SelectorDraft>.selector.read(node, &log)?.resolved(in: inventory)
    }
}

extension Selector {
    /// The names in it that are not on record, by key.
    var unrecorded: [(key: Symbol, name: Symbol)] {
        alternatives.flatMap { $0 }.compactMap { term in
            if case .unrecorded(let key, let name) = term { (key, name) } else { nil }
        }
    }
}
