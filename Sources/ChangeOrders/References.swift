import Diagnostics
import Inventories
import LocatedYAML

/// How orders write the ports that cords end on.
enum PortReading {
    static var schema: Schema {
        .either([.string(examples: ["PP-1:12", "sw-1:Gi1/0/7", "unknown"]), mappingShape.schema])
    }

    /// The name that a node gives to a port, whichever way it is written; nil when it is none, which is reported.
    static func reference(_ node: Node, _ log: inout DiagnosticLog) -> Naming.Name? {
        switch node.kind {
        case .scalar where !node.isNull: return Naming.Name(text: node.string, span: node.span)
        case .mapping:
            guard let written = mappingShape.read(node, &log) else { return nil }
            guard let text = written.reference else {
                log.add(.incompletePort(at: node.span))
                return nil
            }
            return Naming.Name(text: text, span: node.extent)
        default:
            log.addMismatch(.other(.portForm, example: "\"PP-1:12\""), at: node)
            return nil
        }
    }

    /// An end that is written as a mapping.
    private struct Written: Sendable {
        var device: String?
        var port: String?
        var kind: String?
        var circuit: String?
        var side: String?
        var feed: String?

        var reference: String? {
            if let feed { return feed }
            if let circuit { return side.map { "\(circuit):\($0)" } }
            guard let device, let port else { return nil }
            return kind.map { "\(device):\($0)/\(port)" } ?? "\(device):\(port)"
        }
    }

    private static let mappingShape = Shape<Written>(
        "port reference", "an end without a device, or a port whose name holds a colon", start: { _ in Written() },
        fields: [
            Field("device", .text, "the device") { $0.device = $1 },
            Field("port", .text, "the port's name") { $0.port = $1 },
            Field("kind", .text, "the port's kind") { $0.kind = $1 },
            Field("circuit", .text, "a provider's line") { $0.circuit = $1 },
            Field("side", .choice(["A", "Z"]), "which side of the line") { $0.side = $1 },
            Field("feed", .text, "a power feed") { $0.feed = $1 },
        ])
}

/// How orders write selectors.
enum SelectorReading {
    static var schema: Schema { .anything }
    static var form: Form<Node> { .node }

    static func selector(_ node: Node, in inventory: Inventory, _ log: inout DiagnosticLog) -> Selector? {
        nil
    }
}
