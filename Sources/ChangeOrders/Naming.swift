package import Diagnostics
import Inventories
import LocatedYAML

/// Resolves the names of an order against the inventory and against what earlier steps install.
///
/// A name that is not on record is kept with names near it; only what is ambiguous or no name at all is reported.
struct Naming {
    let inventory: Inventory
    /// Devices that steps so far bring, by name.
    var installed: Set<Symbol> = []

    init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    /// A name in a text, with its place.
    struct Name {
        let text: String
        let span: Span
    }
}

// MARK: - Ports

extension Naming {
    /// The port that a node names: a reference, or one of the mappings for ends without a device.
    func endpoint(_ node: Node, _ log: inout DiagnosticLog) -> Step.Endpoint {
        if node.kind == .scalar, node.isNull || ["unknown", "?"].contains(node.string) { return .unknown }
        guard let name = PortReading.reference(node, &log) else { return .unknown }
        return endpoint(name, &log)
    }

    func endpoint(_ name: Name, _ log: inout DiagnosticLog) -> Step.Endpoint {
        switch inventory.port(name.text) {
        case .found(let port): return .port(port)
        case .unrecorded(let suggestions):
            let isBrought = isInstalled(deviceOf: name.text)
            return .unrecorded(name: Symbol(name.text), suggestions: isBrought ? [] : suggestions.map { Symbol($0) })
        case .ambiguous(let names):
            log.add(.ambiguousName(name.text, among: names, at: name.span))
            return .unrecorded(name: Symbol(name.text), suggestions: names.map { Symbol($0) })
        case .malformed(let form):
            reportMalformed(name, form, asPort: true, &log)
            return .unrecorded(name: Symbol(name.text), suggestions: [])
        }
    }

    /// A device alone is the usual mistake where a port is asked for.
    private func reportMalformed(_ name: Name, _ form: Phrase, asPort: Bool, _ log: inout DiagnosticLog) {
        if asPort, case .found = inventory.device(name.text) {
            log.add(.portNotSaid(name.text, form, at: name.span))
        } else {
            log.add(.malformedName(name.text, form, at: name.span))
        }
    }

    /// Whether a reference is to a port of a device that an earlier step installs.
    func isInstalled(deviceOf reference: String) -> Bool {
        ChangeOrder.deviceName(ofReference: reference).map { installed.contains(Symbol($0)) } ?? false
    }
}

extension ChangeOrder {
    /// The device's name in a reference such as `AP-1:eth0`; nil when the text is no reference.
    package static func deviceName(ofReference reference: String) -> String? {
        guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")), colon > reference.startIndex else { return nil }
        return String(reference[..<colon])
    }

    /// The installation by which a device of that name comes in a step before `index`, the latest; nil when none brings it.
    package func installation(of device: Symbol, before index: Int) -> Step.Installation? {
        steps.prefix(index).reversed().lazy.compactMap(\.installation).first { $0.device == device }
    }
}

// MARK: - Targets

extension Naming {
    /// The objects that the names under an operand mean, ranges expanded.
    func targets(_ operand: Operand, _ node: Node, _ log: inout DiagnosticLog) -> [Step.Target] {
        if node.kind == .sequence { return node.items.flatMap { targets(operand, $0, &log) } }
        if node.kind == .mapping {
            return PortReading.reference(node, &log).map { [target(operand, $0, &log)] } ?? []
        }
        guard !node.isNull else {
            log.addMismatch(.text, at: node)
            return []
        }
        return names(node, operand, &log).map { target(operand, $0, &log) }
    }

    /// The names that a scalar stands for: itself when it is on record, otherwise its ranges expanded.
    func names(_ node: Node, _ operand: Operand, _ log: inout DiagnosticLog) -> [Name] {
        let text = node.string
        guard NameRange.isPattern(text), !isRecorded(text, as: operand) else { return [Name(text: text, span: node.span)] }
        do {
            return try NameRange.names(text).map { Name(text: $0, span: node.span) }
        } catch {
            log.add(.badRange(text, error, at: node.span))
            return []
        }
    }

    private func isRecorded(_ text: String, as operand: Operand) -> Bool {
        if case .found = resolution(operand, text) { true } else { false }
    }

    func target(_ operand: Operand, _ name: Name, _ log: inout DiagnosticLog) -> Step.Target {
        let kind = Symbol(operand.kindName)
        switch resolution(operand, name.text) {
        case .found(let target): return target
        case .unrecorded(let suggestions):
            let isBrought = operand == .device ? installed.contains(Symbol(name.text)) : isInstalled(deviceOf: name.text)
            let near = isBrought ? [] : suggestions.map { Symbol($0) }
            return .unrecorded(kind: kind, name: Symbol(name.text), suggestions: near)
        case .ambiguous(let names):
            log.add(.ambiguousName(name.text, among: names, at: name.span))
            return .unrecorded(kind: kind, name: Symbol(name.text), suggestions: names.map { Symbol($0) })
        case .malformed(let form):
            reportMalformed(name, form, asPort: operand == .port || operand == .outlet, &log)
            return .unrecorded(kind: kind, name: Symbol(name.text), suggestions: [])
        }
    }

    /// What a name means under an operand.
    func resolution(_ operand: Operand, _ text: String) -> Resolution<Step.Target> {
        switch operand {
        case .port: return inventory.port(text).map { .object(.port($0)) }
        case .outlet: return outlet(text).map { .object(.port($0)) }
        case .feed: return feed(text).map { .object(.port($0)) }
        case .device: return inventory.device(text).map { .object(.device($0)) }
        case .cable: return inventory.cable(text).map { .object(.cable($0)) }
        case .rack: return rack(text)
        case .location, .room: return inventory.object(.named(.location, Symbol(text))).map { .object($0) }
        case .site: return inventory.object(.named(.site, Symbol(text))).map { .object($0) }
        case .circuit: return inventory.circuit(text).map { .object(.circuit($0)) }
        case .module: return module(text)
        case .part: return inventory.device(ChangeOrder.deviceName(ofReference: text) ?? text).map { .object(.device($0)) }
        default: return .unrecorded(suggestions: [])
        }
    }

    /// A rack, or one of its units: `R7 U11`.
    private func rack(_ text: String) -> Resolution<Step.Target> {
        let whole = inventory.rack(text)
        if case .unrecorded = whole, let (name, unit) = RackUnit.split(text), case .found(let rack) = inventory.rack(name) {
            return .found(.unit(rack, unit))
        }
        return whole.map { .object(.rack($0)) }
    }

    /// An outlet by its reference; `pdu-1:3` is the outlet 3 where no other port has that name.
    private func outlet(_ text: String) -> Resolution<Ref<Port>> {
        let whole = inventory.port(text)
        if case .found = whole { return whole }
        guard let device = ChangeOrder.deviceName(ofReference: text) else { return whole }
        let longer = inventory.port("\(device):outlet/\(text.dropFirst(device.count + 1))")
        return if case .found = longer { longer } else { whole }
    }

    /// A feed by its name alone.
    private func feed(_ text: String) -> Resolution<Ref<Port>> {
        let short = inventory.port(.feed(name: Symbol(text), panel: nil))
        if case .found = short { return short }
        let whole = inventory.port(text)
        return if case .found = whole { whole } else { short }
    }

    private func module(_ text: String) -> Resolution<Step.Target> {
        guard let name = ChangeOrder.deviceName(ofReference: text) else { return .malformed(.moduleForm) }
        return inventory.device(name).flatMap { device in
            let bay = Symbol(String(text.dropFirst(name.count + 1)))
            let modules = inventory.modules.refs.filter { inventory.modules[$0].device == device }
            if let module = modules.first(where: { inventory.modules[$0].bay == bay }) { return .found(.object(.module(module))) }
            return .unrecorded(suggestions: modules.map { "\(name):\(inventory.modules[$0].bay)" })
        }
    }
}

/// A unit of a rack in words: `R7 U11`.
enum RackUnit {
    /// The rack's name and the unit's number; nil when the text does not end in one.
    static func split(_ text: String) -> (rack: String, unit: Int)? {
        let words = text.split(separator: " ")
        guard words.count >= 2, let unit = number(words[words.count - 1]) else { return nil }
        return (words.dropLast().joined(separator: " "), unit)
    }

    /// 11 for `U11`, `u11`, `11U`; nil for anything else.
    static func number(_ word: some StringProtocol) -> Int? {
        let lower = word.lowercased()
        if lower.hasPrefix("u") { return Int(lower.dropFirst()) }
        return lower.hasSuffix("u") ? Int(lower.dropLast()) : nil
    }
}

extension Operand {
    /// The kind of object by which facts and people call what stands under the key.
    var kindName: String { self == .outlet ? "port" : rawValue }
}

extension Resolution {
    func map<Other: Sendable>(_ transform: (Found) -> Other) -> Resolution<Other> {
        flatMap { .found(transform($0)) }
    }

    func flatMap<Other: Sendable>(_ transform: (Found) -> Resolution<Other>) -> Resolution<Other> {
        switch self {
        case .found(let found): transform(found)
        case .unrecorded(let suggestions): .unrecorded(suggestions: suggestions)
        case .ambiguous(let names): .ambiguous(names)
        case .malformed(let form): .malformed(form)
        }
    }
}
