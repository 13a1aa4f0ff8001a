import ChangeOrders
import Diagnostics
import Glibc
import Inventories
import Plants

/// What a port takes, by NetBox's slugs of types.
enum PlugForm: Hashable {
    /// Twisted pair, 8P8C and its smaller kin.
    case twistedPair
    /// A fibre connector, or optics that are built in.
    case fibre
    /// A cage for a module or a direct-attach cable.
    case cage
    /// A small cage, whose module can be one for twisted pair.
    case smallCage
    /// Copper with two axes, such as CX4.
    case twinax
    case coaxial
    case usb
    case power(Symbol)
    /// Wireless, virtual, a group of ports: nothing can be plugged in.
    case none

    /// The form of a port; nil when the record does not say.
    init?(_ kind: PortKind, _ type: Symbol?) {
        guard let type = type?.text, !type.isEmpty else {
            guard kind.isPower else { return nil }
            self = .power(.empty)
            return
        }
        if kind.isPower {
            self = .power(Symbol(type))
        } else if let form = kind == .interface ? Self.interface(type) : Self.connector(type) {
            self = form
        } else {
            return nil
        }
    }

    private static func interface(_ type: String) -> PlugForm? {
        let none = ["virtual", "lag", "bridge", "ieee802", "gsm", "cdma", "lte", "4g", "5g", "other-wireless"]
        if !type.holds("base"), none.contains(where: { type.hasPrefix($0) }) { return PlugForm.none }
        if type.holds("-x-sfp") || type.holds("-x-gbic") { return smallCage }
        if type.holds("-x-") { return cage }
        guard type.holds("base-") else { return nil }
        let medium = type.split(separator: "-").last ?? ""
        if medium.hasPrefix("t") || medium.hasPrefix("5t") { return twistedPair }
        if medium.hasPrefix("cx") || medium.hasPrefix("cr") || medium.hasPrefix("kr") || medium.hasPrefix("kx") { return twinax }
        let optics = ["sx", "lx", "ex", "zx", "fx", "lfx", "sr", "lr", "er", "zr", "dr", "fr", "vr", "bx", "lsx", "br", "psm", "xr", "lrm"]
        return optics.contains { medium.hasPrefix($0) } ? fibre : nil
    }

    private static func connector(_ type: String) -> PlugForm? {
        let parts = type.split(separator: "-")
        switch parts.first ?? "" {
        case "8p8c", "8p6c", "8p4c", "8p2c", "6p6c", "6p4c", "6p2c", "4p4c", "4p2c", "gg45", "tera", "rj", "mrj21": return twistedPair
        case "lc", "sc", "st", "fc", "mpo", "mtrj", "lsh", "lx5", "cs", "sn", "sma", "urm", "e2000": return fibre
        case "bnc", "f", "n": return coaxial
        case "usb": return usb
        default: return nil
        }
    }

    /// Whether a cable's type has plugs for it; true for types that say nothing.
    func takes(_ cable: Symbol) -> Bool {
        guard let medium = Medium(cable) else { return true }
        return switch self {
        case .none: false
        case .twistedPair: medium == .twistedPair
        case .fibre: medium == .fibre || medium == .opticalAssembly
        case .smallCage: [.fibre, .opticalAssembly, .directAttach, .twistedPair].contains(medium)
        case .cage: [.fibre, .opticalAssembly, .directAttach].contains(medium)
        case .twinax: medium == .directAttach || medium == .coaxial
        case .coaxial: medium == .coaxial
        case .usb: medium == .usb
        case .power: medium == .power
        }
    }

    /// What a cable is made of, by NetBox's slugs of cable types.
    private enum Medium {
        case twistedPair, fibre, opticalAssembly, directAttach, coaxial, usb, power

        /// Nil for types that say nothing.
        init?(_ cable: Symbol) {
            let word = cable.text.lowercased().split(separator: "-").first ?? ""
            switch word {
            case "mmf", "smf": self = .fibre
            case "aoc": self = .opticalAssembly
            case "dac": self = .directAttach
            case "coaxial", "rg", "lmr": self = .coaxial
            case "usb": self = .usb
            case "power": self = .power
            case "mrj21": self = .twistedPair
            default:
                guard word.hasPrefix("cat") else { return nil }
                self = .twistedPair
            }
        }
    }

    /// Whether one cord has plugs for both.
    func goes(with other: PlugForm) -> Bool {
        switch (self, other) {
        case (.none, _), (_, .none): false
        case (.power(let one), .power(let two)): Self.mates(one.text, two.text)
        case (.power, _), (_, .power): false
        case (.fibre, .cage), (.cage, .fibre), (.cage, .smallCage), (.smallCage, .cage): true
        case (.smallCage, .fibre), (.fibre, .smallCage), (.smallCage, .twistedPair), (.twistedPair, .smallCage): true
        default: self == other
        }
    }

    /// The outlet that a form of inlet needs, where both are of one family.
    ///
    /// An IEC 60320 inlet has the even number above its connector: C14 takes what hangs on C13. Between families, and where one is
    /// not known, a cord may exist.
    private static func mates(_ one: String, _ two: String) -> Bool {
        let iec = "iec-60320-c"
        guard one.hasPrefix(iec), two.hasPrefix(iec) else { return isNEMAPair(one, two) }
        guard let first = Int(one.dropFirst(iec.count)), let second = Int(two.dropFirst(iec.count)) else { return true }
        let (inlet, outlet) = first % 2 == 0 ? (first, second) : (second, first)
        let fitting = [16: [15, 13], 14: [13, 15], 20: [19, 21], 22: [21]]
        return (fitting[inlet] ?? [inlet - 1]).contains(outlet)
    }

    private static func isNEMAPair(_ one: String, _ two: String) -> Bool {
        guard one.hasPrefix("nema-"), two.hasPrefix("nema-"), one.last != two.last else { return true }
        let (plug, socket) = one.last == "p" ? (one, two) : (two, one)
        return plug.dropLast() == socket.dropLast() || (plug == "nema-5-15p" && socket == "nema-5-20r")
    }
}

extension String {
    /// Whether a few letters stand in it; for slugs of many ports, to which the search in texts of any length is too much ado.
    fileprivate func holds(_ part: StaticString) -> Bool {
        var slug = self
        return slug.withUTF8 { slug in
            let last = slug.count - part.utf8CodeUnitCount
            guard last >= 0 else { return false }
            return (0...last).contains { unsafe memcmp(slug.baseAddress! + $0, part.utf8Start, part.utf8CodeUnitCount) == 0 }
        }
    }
}

extension FactWriter {
    /// The row of one cord to be plugged.
    mutating func connection(_ connection: Step.Connection) -> Ref<ConnectionFact> {
        var fact = ConnectionFact()
        let ends = [connection.a, connection.b].map { end -> Ref<Port>? in
            if case .port(let port) = end { port } else { nil }
        }
        fact.label = Symbol([connection.a, connection.b].map { label(ofEnd: $0).text }.joined(separator: " – "))
        fact.a = ends[0].map { port($0) }
        fact.b = ends[1].map { port($0) }
        fact.cableType = connection.cableType ?? connection.cable.flatMap { inventory.cables[$0].type } ?? .empty
        if !goesBack(connection, to: ends), let why = mismatch(of: ends.compactMap(\.self), over: fact.cableType) {
            fact.fits = false
            fact.why = Symbol(why.en)
            fact.whyRussian = Symbol(why.ru)
        }
        return enter(fact, in: \.connections)
    }

    /// Whether a cable of the record goes back to where it was: then it fits, whatever the types say.
    private func goesBack(_ connection: Step.Connection, to ends: [Ref<Port>?]) -> Bool {
        guard let cable = connection.cable, plant.cable(cable).status != .planned else { return false }
        let recorded = plant.ends(of: cable).map(\.port)
        return ends.allSatisfy { $0 != nil && recorded.contains($0) }
    }

    private func mismatch(of ends: [Ref<Port>], over cable: Symbol) -> Phrase? {
        let forms = ends.map { PlugForm(inventory.ports[$0].kind, inventory.ports[$0].type) }
        for (end, form) in zip(ends, forms) {
            guard let form else { continue }
            if form == .none { return .noSocket(label(of: .port(end)), type(of: end)) }
            if !form.takes(cable) { return .wrongCable(cable, label(of: .port(end)), type(of: end)) }
        }
        guard forms.count == 2, let first = forms[0], let second = forms[1], !first.goes(with: second) else { return nil }
        return .wrongPlugs(label(of: .port(ends[0])), type(of: ends[0]), label(of: .port(ends[1])), type(of: ends[1]))
    }

    private func type(of port: Ref<Port>) -> Symbol {
        inventory.ports[port].type ?? Symbol(inventory.ports[port].kind.word)
    }

    /// An end of a cord as people call it.
    func label(ofEnd end: Step.Endpoint) -> Symbol {
        switch end {
        case .port(let port): label(of: .port(port))
        case .unrecorded(let name, _): name
        case .unknown: "?"
        }
    }
}

extension Phrase {
    fileprivate static func noSocket(_ port: Symbol, _ type: Symbol) -> Phrase {
        Phrase(en: "\(port) (\(type)) takes no plug", ru: "в \(port) (\(type)) ничего не воткнуть")
    }

    fileprivate static func wrongCable(_ cable: Symbol, _ port: Symbol, _ type: Symbol) -> Phrase {
        Phrase(
            en: "a cable of type \(cable) does not go into \(port) (\(type))", ru: "кабель типа \(cable) не подходит к \(port) (\(type))")
    }

    fileprivate static func wrongPlugs(_ one: Symbol, _ oneType: Symbol, _ other: Symbol, _ otherType: Symbol) -> Phrase {
        Phrase(
            en: "no cord fits both \(one) (\(oneType)) and \(other) (\(otherType))",
            ru: "ни один шнур не подходит сразу к \(one) (\(oneType)) и \(other) (\(otherType))")
    }
}
