import Diagnostics
import LocatedYAML

extension Diagnostic {
    /// A name that means nothing, or more than one thing.
    static func unresolved<Found>(_ kind: NamedThing, _ name: String, _ result: Resolution<Found>, at span: Span?) -> Diagnostic {
        switch result {
        case .ambiguous(let names):
            Diagnostic(
                "ambiguous-name", .error, .ambiguous(kind, name), at: span, label: .severalMeant, notes: [.couldBe(names)],
                help: [.writeFullName])
        case .malformed(let form):
            Diagnostic("port-form", .error, .notAName(kind, name), at: span, help: [form])
        case .unrecorded(let near):
            Diagnostic(
                "unknown-\(kind == .owner ? NamedThing.party.rawValue : kind.rawValue)", .error, .unknown(kind, name), at: span,
                label: .notOnRecord,
                help: near.isEmpty ? [] : [.meant(near)])
        case .found:
            preconditionFailure("a name that was found is no fault")
        }
    }

    /// A port that does not exist on a device that does.
    static func noPort(_ name: String, _ result: Resolution<Ref<Port>>, _ device: Device?, at span: Span) -> Diagnostic {
        guard case .unrecorded(let near) = result, let device else { return unresolved(.port, name, result, at: span) }
        return Diagnostic(
            "unknown-port", .error, .noPort(name, device.name.text), at: span, label: .noSuchPort,
            help: near.isEmpty ? [.addPort(device.name.text)] : [.meant(near)])
    }

    static func unknownType(_ kind: NamedThing, _ name: String, _ near: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            "unknown-\(kind.rawValue)", .error, .unknown(kind, name), at: span, label: .notOnRecord,
            help: (near.isEmpty ? [] : [.meant(near)]) + [.provideType])
    }

    static func duplicate(_ kind: NamedThing, _ name: String, at span: Span, first: Span?) -> Diagnostic {
        Diagnostic(
            "duplicate-\(kind.rawValue)", .error, .duplicate(kind, name), at: span, label: .secondTime,
            related: first.map { [Diagnostic.Related($0, .firstTime)] } ?? [], help: [.renameOne])
    }

    static func cycle(_ what: Phrase, at span: Span?) -> Diagnostic {
        Diagnostic("cycle", .error, what, at: span, label: .cycleClosesHere)
    }

    static func placeMismatch(_ device: String, _ rack: String, _ location: String, at span: Span?) -> Diagnostic {
        Diagnostic("place-mismatch", .error, .rackStandsElsewhere(device, rack, location), at: span)
    }

    static func placeMismatch(_ rack: String, at span: Span, _ site: String) -> Diagnostic {
        Diagnostic("place-mismatch", .error, .rackAtOtherSite(rack, site), at: span)
    }

    static func rangeMismatch(_ other: String, _ otherCount: Int, _ name: String, _ count: Int, at span: Span, _ first: Span?) -> Diagnostic
    {
        Diagnostic(
            "range-mismatch", .error, .rangeMismatch(other, otherCount, name, count), at: span,
            related: first.map { [Diagnostic.Related($0, .namesHere(count))] } ?? [], help: [.matchRanges])
    }

    static func positionOutside(_ position: Int, _ limit: Int, _ port: String, at span: Span) -> Diagnostic {
        Diagnostic("bad-position", .error, .positionOutside(position, limit, port), at: span, help: [.writePositions])
    }

    static func positionTaken(_ position: Int, _ port: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            "position-taken-twice", .error, .positionTaken(position, port), at: span, related: [Diagnostic.Related(first, .firstTime)])
    }

    static func noRearPort(_ name: String, _ device: String, near: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            "no-rear-port", .error, .noRearPort(name, device), at: span, label: .noSuchPort,
            help: near.isEmpty ? [.addRearPort(name)] : [.meant(near)])
    }

    static func occupiedAndEmpty(_ port: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            "occupied-and-empty", .error, .occupiedAndEmpty(port), at: span, label: .emptyHere,
            related: [Diagnostic.Related(first, .occupiedHere)],
            help: [.sameEvidence])
    }

    static func cableInEmptyPort(_ port: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            "cable-in-empty-port", .error, .cableInEmptyPort(port), at: span, related: [Diagnostic.Related(first, .emptyHere)],
            help: [.sameEvidence])
    }

    static func outsideRack(_ device: Device, _ rack: Rack, at span: Span) -> Diagnostic {
        let last = rack.startingUnit + rack.height - 1
        return Diagnostic(
            "outside-rack", .error, .outsideRack(device.name.text, rack.name.text), at: span, label: .rackUnits(rack.startingUnit, last))
    }

    static func unitsTaken(_ device: Device, _ other: Device, at span: Span, first: Span?) -> Diagnostic {
        Diagnostic(
            "units-taken-twice", .error, .unitsTaken(device.name.text, other.name.text), at: span,
            related: first.map { [Diagnostic.Related($0, .otherDevice)] } ?? [], help: [.writeFaceOrDepth])
    }

    static func endsOnItself(_ port: String, at span: Span) -> Diagnostic {
        Diagnostic("cable-on-itself", .error, .endsOnItself(port), at: span)
    }

    static func endTwice(_ port: String, at span: Span) -> Diagnostic {
        Diagnostic("end-twice", .error, .endTwice(port), at: span)
    }

    static func powerIntoData(_ power: String, _ data: String, at span: Span, _ other: Span) -> Diagnostic {
        Diagnostic("power-into-data", .error, .powerIntoData(power, data), at: span, label: .isPower, related: [Related(other, .isNoPower)])
    }

    static func portTakenTwice(_ port: String, _ cable: String, _ other: String, at span: Span, first: Span?) -> Diagnostic {
        Diagnostic(
            "port-taken-twice", .error, .portTakenTwice(port, cable, other), at: span, label: .secondCable,
            related: first.map { [Diagnostic.Related($0, .firstCable)] } ?? [], notes: [.bothSameEvidence], help: [.sameEvidence])
    }
}
