import ChangeOrders
import Diagnostics
import Inventories
import Plants

/// A silence of the record, and what follows from it.
private struct Gap {
    var kind: Symbol
    var what: Symbol
    var why: Phrase
}

extension FactWriter {
    /// What people would want to know and the record does not say, as far as the order comes near it; one line for what a person looks
    /// up at once.
    mutating func writeGaps() {
        let gaps = [
            serviceGaps, ownerGaps, endGaps, configurationGaps, portGaps, powerGaps, occupancyGaps, timeGaps, peopleGaps, modelGaps,
        ]
        facts.gaps = gaps.flatMap { $0 }.map { gap in
            var fact = GapFact()
            fact.kind = gap.kind
            fact.what = gap.what
            fact.why = Symbol(gap.why.en)
            fact.whyRussian = Symbol(gap.why.ru)
            return fact
        }
    }

    private var serviceGaps: [Gap] {
        guard !inventory.services.rows.isEmpty else { return [Gap(kind: "no-services", what: inventory.client.name, why: .noServices)] }
        return facts.services.filter { !$0.explained }.map { Gap(kind: "unexplained", what: $0.name, why: .unexplained) }
    }

    /// Touched things of which nobody wrote whose they are, by device or rack.
    private var ownerGaps: [Gap] {
        let silent = facts.steps.flatMap { facts[$0.touches].map { facts.touches[Int($0.index)] } }.filter { touch in
            guard let owner = touch.owner.map({ facts.knownParties[Int($0.index)] }) else { return true }
            return owner.value == nil && !owner.conflicting
        }
        let names = silent.map { touch in touch.device.map { facts.devices[Int($0.index)].name } ?? touch.label }
        return distinctSymbols(names).map { Gap(kind: "no-owner", what: $0, why: .noOwner) }
    }

    /// Links that are taken away and of which nobody knows the other end, by device.
    private var endGaps: [Gap] {
        var labels: [(device: Symbol, links: [Symbol])] = []
        for link in facts.steps.flatMap({ facts[$0.disturbs].map { facts.links[Int($0.index)] } }) {
            guard let end = link.farEnd.map({ facts.knownPorts[Int($0.index)] }), end.value == nil, !end.conflicting else { continue }
            let device = link.device.map { facts.devices[Int($0.index)].name } ?? link.label
            if let index = labels.firstIndex(where: { $0.device == device }) {
                if !labels[index].links.contains(link.label) { labels[index].links.append(link.label) }
            } else {
                labels.append((device, [link.label]))
            }
        }
        return labels.map { Gap(kind: "unknown-end", what: shortened($0.links), why: .unknownEnd) }
    }

    /// Devices whose configuration a step may lose, and of which nothing is on record about it.
    private var configurationGaps: [Gap] {
        let changing = facts.steps.filter { ["restart", "power-off", "configure", "reset", "replace"].contains($0.verb.text) }
        let silent = changing.flatMap { facts[$0.devices].map { facts.devices[Int($0.index)] } }.filter { device in
            let saved = device.configSaved.map { facts.knownTruths[Int($0.index)] }
            let backup = device.backupVerified.map { facts.knownTruths[Int($0.index)] }
            return device.configurable && saved?.value == nil && backup?.value == nil
        }
        return distinctSymbols(silent.map(\.name)).map { Gap(kind: "no-config", what: $0, why: .noConfiguration) }
    }

    /// Devices that are handled and of which no port is on record.
    private var portGaps: [Gap] {
        let handled = Set(facts.steps.flatMap { facts[$0.devices].map(\.self) })
        let bare = rows.devices.filter { handled.contains($0.value) && inventory.devices[$0.key].ports.count == 0 }
        return bare.sorted { $0.key.index < $1.key.index }
            .map { Gap(kind: "no-ports", what: facts.devices[Int($0.value.index)].name, why: .noPorts) }
    }

    private var powerGaps: [Gap] {
        let demands = facts[facts.order.demand].map { facts.demands[Int($0.index)] }.filter(\.incomplete)
        return demands.map { demand in
            demand.resource == "poe"
                ? Gap(kind: "no-poe", what: demand.place, why: .noPoE) : Gap(kind: "no-draw", what: demand.place, why: .noDraw)
        }
    }

    private var occupancyGaps: [Gap] {
        facts[facts.order.demand].map { facts.demands[Int($0.index)] }.filter { $0.unclear > 0 }
            .map { Gap(kind: "no-occupancy", what: $0.place, why: .noOccupancy(Int($0.unclear))) }
    }

    private var timeGaps: [Gap] {
        guard !order.steps.isEmpty else { return [] }
        if order.windows.isEmpty { return [Gap(kind: "no-window", what: order.id, why: .noWindow)] }
        let silent = order.steps.filter { $0.takes == nil }.map(\.id)
        return silent.isEmpty ? [] : [Gap(kind: "no-duration", what: shortened(silent), why: .noDuration)]
    }

    private var peopleGaps: [Gap] {
        let silent = say.resolvers(for: order.contractor).filter { inventory.contacts[$0].reach == nil }
        return silent.map { Gap(kind: "no-reach", what: inventory.contacts[$0].name, why: .noReach) }
    }

    private var modelGaps: [Gap] {
        let changesData = facts.steps.contains { $0.disrupts || !$0.connects.isEmpty || $0.verb == "configure" }
        return changesData ? [Gap(kind: "not-modelled", what: "VLAN, STP, LACP, IP, Wi-Fi", why: .notModelled)] : []
    }

    private func distinctSymbols(_ symbols: [Symbol]) -> [Symbol] {
        var seen: Set<Symbol> = []
        return symbols.filter { seen.insert($0).inserted }
    }

    /// The first few of a list, and that there are more.
    private func shortened(_ symbols: [Symbol]) -> Symbol {
        let shown = symbols.prefix(8).map(\.text).joined(separator: ", ")
        return Symbol(symbols.count > 8 ? "\(shown), … (\(symbols.count))" : shown)
    }
}

extension Phrase {
    fileprivate static let noServices = Phrase(
        en: "no service is on record, so nobody can say what would stop",
        ru: "в учёте нет ни одного сервиса, и нельзя сказать, что остановится")

    fileprivate static let unexplained = Phrase(
        en: "the record has no way for it, so nobody can say what it leans on",
        ru: "в записях нет её пути, и нельзя сказать, на чём она держится")

    fileprivate static let noOwner = Phrase(
        en: "nobody wrote whose it is, so nobody can allow that it is touched", ru: "не записано, чьё это, и разрешить его трогать некому")

    fileprivate static let unknownEnd = Phrase(
        en: "nobody knows where it goes, so it may carry anything", ru: "неизвестно, куда это ведёт, и по этому шнуру может идти что угодно"
    )

    fileprivate static let noConfiguration = Phrase(
        en: "nothing is on record about its configuration, which may be lost",
        ru: "про его конфигурацию ничего не записано, и она может пропасть")

    fileprivate static let noPorts = Phrase(
        en: "it has no ports and no type on record, so what hangs on it cannot be said",
        ru: "у него нет в учёте ни портов, ни типа, и нельзя сказать, что на нём держится")

    fileprivate static let noDraw = Phrase(
        en: "figures of power are missing, so the sum may be higher", ru: "не хватает цифр мощности, и сумма может быть больше")

    fileprivate static let noPoE = Phrase(
        en: "nobody wrote which ports give power", ru: "не записано, какие порты дают питание")

    fileprivate static func noOccupancy(_ count: Int) -> Phrase {
        let ports = Noun(en: ("port", "ports"), ru: ("порт", "порта", "портов")).counted(count)
        return Phrase(en: "nobody knows whether \(ports.en) there are free", ru: "неизвестно, свободно ли там \(ports.ru)")
    }

    fileprivate static let noWindow = Phrase(
        en: "the order has no window, so hours and blackouts were not checked", ru: "в заявке нет окна: часы и запреты не проверены")

    fileprivate static let noDuration = Phrase(
        en: "nobody wrote how long it takes, so what follows in its window has no times",
        ru: "не записано, сколько это займёт: у следующих шагов окна нет времени")

    fileprivate static let noReach = Phrase(
        en: "nobody wrote when this person can be reached", ru: "не записано, когда этот человек доступен")

    fileprivate static let notModelled = Phrase(
        en:
            "VLANs, spanning tree, link aggregation, routing, addresses and radio are not looked at: a cord that is in place may still carry nothing",
        ru: "VLAN, STP, агрегация, маршрутизация, адреса и радио не проверяются: шнур на месте ещё не значит, что по нему что-то идёт")
}
