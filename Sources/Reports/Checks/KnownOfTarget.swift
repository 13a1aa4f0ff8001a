import Diagnostics
import Inventories
import Rehearsals
import Times
import Verdicts

/// What is known of the one thing that a step names, for the line under its place.
struct KnownOfTarget {
    private let check: Check

    init(_ check: Check) {
        self.check = check
    }

    private var facts: Facts { check.facts }

    /// What is known of the step's target and where that is written; nil where the step names several things, or nothing on record.
    func label(at step: Ref<StepFact>) -> Phrase? {
        let row = facts.steps[Int(step.index)]
        let targets = Array(facts[row.targets])
        guard targets.count == 1 else { return nil }
        let target = facts.targets[Int(targets[0].index)]
        switch target.kind.text {
        case "port": return facts.ports.firstIndex { $0.label == target.label }.map { port(Ref($0), at: row) } ?? nil
        case "device": return facts.devices.first { $0.name == target.label }.flatMap { device($0) }
        default: return nil
        }
    }

    // MARK: - Ports

    private func port(_ port: Ref<PortFact>, at step: StepFact) -> Phrase? {
        let row = facts.ports[Int(port.index)]
        guard let occupied = row.occupied.map({ facts.knownTruths[Int($0.index)] }) else { return nil }
        let state: Phrase =
            if occupied.conflicting {
                .contradictory
            } else if let value = occupied.value {
                occupied.known ? (value ? .occupied : .empty) : .expired(value ? .occupied : .empty)
            } else {
                .occupancyUnknown
            }
        let link = facts[step.disturbs].map { facts.links[Int($0.index)] }.first { $0.port == port }
        let end = link.flatMap { $0.farEnd }.map { farEnd(facts.knownPorts[Int($0.index)]) }
        let source = source(of: occupied.evidence, of: row)
        return Phrase.joined([state, end].compactMap { $0 }, source)
    }

    private func farEnd(_ end: KnownFact<Ref<PortFact>>) -> Phrase {
        guard let value = end.value else { return end.conflicting ? .farEndContradictory : .farEndUnknown }
        let label = facts.ports[Int(value.index)].label.text.displayed
        return end.known ? .leads(to: label) : .expired(.leads(to: label))
    }

    /// Where it is written, from what and of which day.
    private func source(of evidence: Refs<EvidenceFact>, of port: PortFact) -> Phrase? {
        let written = place(of: port)
        let seen = facts[evidence].first.map { facts.evidence[Int($0.index)] }
        let known = seen.flatMap { evidence -> Phrase? in
            guard let source = EvidenceSource(rawValue: evidence.source.text)?.phrase else { return nil }
            return evidence.seen.map { .seen(source, check.inventory.client.timezone.date(at: $0).iso8601) } ?? source
        }
        let parts = [written.map { Phrase(verbatim: $0) }, known].compactMap { $0 }
        return parts.isEmpty ? nil : Phrase(en: parts.map(\.en).joined(separator: ", "), ru: parts.map(\.ru).joined(separator: ", "))
    }

    /// The line of the inventory that says whether the port holds a cord.
    private func place(of port: PortFact) -> String? {
        let inventory = check.inventory
        guard case .found(let named) = inventory.port(port.key.text),
            let claim = inventory.occupancy.refs.first(where: { inventory.occupancy[$0].port == named }),
            let span = inventory.occupancy.span(of: claim)
        else { return nil }
        let place = check.texts.place(of: span)
        let path = place.file.split(separator: "/").suffix(2).joined(separator: "/")
        return "\(path.displayed):\(place.line)"
    }

    // MARK: - Devices

    private func device(_ device: DeviceFact) -> Phrase? {
        var parts: [Phrase] = []
        if let owner = device.owner.map({ facts.knownParties[Int($0.index)] }) {
            parts.append(owner.value.map { .owned(by: facts.parties[Int($0.index)].name.text.displayed) } ?? .ownerUnknown)
        }
        if device.configurable {
            let backup = device.backupVerified.map { facts.knownTruths[Int($0.index)] }
            parts.append(backup?.known == true && backup?.value == true ? .backedUp : .notBackedUp)
        }
        return parts.isEmpty ? nil : Phrase.joined(parts, nil)
    }
}

extension Phrase {
    fileprivate static let occupied = Phrase(en: "occupied", ru: "занят")
    fileprivate static let empty = Phrase(en: "empty", ru: "свободен")
    fileprivate static let occupancyUnknown = Phrase(en: "not known whether a cord is in it", ru: "есть ли в нём шнур, неизвестно")
    fileprivate static let contradictory = Phrase(
        en: "the records contradict each other about a cord in it", ru: "о шнуре в нём записи противоречат друг другу")
    fileprivate static let farEndUnknown = Phrase(en: "far end unknown", ru: "другой конец неизвестен")
    fileprivate static let farEndContradictory = Phrase(
        en: "the records contradict each other about the far end", ru: "о другом конце записи противоречат друг другу")
    fileprivate static let ownerUnknown = Phrase(en: "owner unknown", ru: "владелец неизвестен")
    fileprivate static let backedUp = Phrase(en: "a verified backup is on record", ru: "проверенная копия есть")
    fileprivate static let notBackedUp = Phrase(en: "no verified backup", ru: "проверенной копии нет")

    fileprivate static func leads(to port: String) -> Phrase { Phrase(en: "leads to \(port)", ru: "ведёт к \(port)") }
    fileprivate static func owned(by party: String) -> Phrase { Phrase(en: "owned by \(party)", ru: "владелец: \(party)") }

    fileprivate static func expired(_ phrase: Phrase) -> Phrase {
        Phrase(en: "\(phrase.en) by records that no longer hold", ru: "\(phrase.ru) по устаревшим записям")
    }

    fileprivate static func seen(_ source: Phrase, _ day: String) -> Phrase {
        Phrase(en: "\(source.en) of \(day)", ru: "\(source.ru) \(day)")
    }

    fileprivate static func joined(_ parts: [Phrase], _ source: Phrase?) -> Phrase {
        let words = Phrase(en: parts.map(\.en).joined(separator: "; "), ru: parts.map(\.ru).joined(separator: "; "))
        return source.map { Phrase(en: "\(words.en) (\($0.en))", ru: "\(words.ru) (\($0.ru))") } ?? words
    }
}
