package import Diagnostics
import Inventories
package import Plants

/// Draws traces for a terminal: ports below each other, and between them what joins them.
package struct TraceDrawing: Sendable {
    let plant: Plant
    let typesetter: Typesetter
    private let standing: Standing

    /// Drawings of a plant's traces.
    package init(_ plant: Plant, _ typesetter: Typesetter) {
        self.plant = plant
        self.typesetter = typesetter
        standing = Standing(plant)
    }

    /// Every way of a port, with cables, evidence, and how it ends.
    package func text(of traces: [Trace]) -> String {
        traces.map { text(of: $0) }.joined(separator: "\n")
    }

    /// One line for each trace: where it begins, how it ends, where.
    package func list(_ traces: [Trace]) -> String {
        let names = traces.map { name(.port($0.from)) }
        let width = min(40, names.map(\.displayWidth).max() ?? 0)
        return zip(traces, names).map { trace, from in
            let ends = trace.to.map { name(.port($0)) } + networks(trace)
            let arrow = ends.isEmpty ? "" : " → \(ends.joined(separator: ", "))"
            return "\(from.padded(to: width))  \(painted(trace.end))\(arrow)\n"
        }.joined()
    }

    private func text(of trace: Trace) -> String {
        var lines: [String] = []
        var last: [Ref<Port>] = []
        if trace.segments.isEmpty { lines.append(line(of: [trace.from], in: trace)) }
        for step in steps(of: trace) {
            let near = union(step.map(\.near))
            if near != last {
                if !last.isEmpty { lines.append(painted("  ┆ \(say(passage(from: last[0], to: near[0])))", .frame)) }
                lines.append(line(of: near, in: trace))
            }
            for segment in step { lines.append(cord(segment, isAlone: step.count == 1, trace)) }
            last = union(step.map(\.far))
            if !last.isEmpty { lines.append(line(of: last, in: trace)) }
        }
        for remark in remarks(on: trace) { lines.append("= \(remark)") }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The segments, those that run beside each other together.
    private func steps(of trace: Trace) -> [[Trace.Segment]] {
        trace.segments.reduce(into: []) { steps, segment in
            if steps.last?.first?.step == segment.step { steps[steps.count - 1].append(segment) } else { steps.append([segment]) }
        }
    }

    private func line(of ports: [Ref<Port>], in trace: Trace) -> String {
        ports.map { port in
            let isAsked = port == trace.from && trace.segments.first.map { $0.near.first != port } ?? false
            return typesetter.ink.painted(name(.port(port)), .strong) + (isAsked ? painted(" ◀ \(say(.asked))", .remark) : "")
        }.joined(separator: ", ")
    }

    private func cord(_ segment: Trace.Segment, isAlone: Bool, _ trace: Trace) -> String {
        var text: String
        if let cable = segment.cable {
            text = words(for: cable)
        } else if let network = trace.network, segment.far.isEmpty {
            text = say(.network(plant.inventory.providerNetworks[network].name.text.displayed))
        } else {
            text = say(.noCable)
        }
        if !isAlone {
            let (near, far) = (segment.near.map { name(.port($0)) }, segment.far.map { name(.port($0)) })
            text = "\(near.joined(separator: "+")) → \(far.isEmpty ? "?" : far.joined(separator: "+")): \(text)"
        }
        return painted("  │ ", .frame) + text
    }

    private func words(for cable: Ref<Cable>) -> String {
        let row = plant.inventory.cables[cable]
        var words = [row.id?.text.displayed ?? say(.cable)]
        if let label = row.label, label != row.id { words.append(say(.label(label.text.displayed))) }
        words += [row.type, row.colour, row.length].compactMap { $0?.text.displayed }
        words.append(say(row.status.phrase))
        return "\(words.joined(separator: " · "))  (\(say(standing.words(for: plant.exists(cable)))))"
    }

    private func passage(from last: Ref<Port>, to near: Ref<Port>) -> Phrase {
        switch plant.inventory.ports[near].holder {
        case .device(let device): .through(name(.device(device)))
        case .circuit(let circuit): .throughCircuit(name(.circuit(circuit)))
        case .feed: .through(name(.port(last)))
        }
    }

    private func remarks(on trace: Trace) -> [String] {
        let ends = trace.to.map { name(.port($0)) } + networks(trace)
        var remarks = ["\(painted(trace.end)): \(say(ending(of: trace, ends)))"]
        if trace.isLoop { remarks.append(say(.loop)) }
        if trace.isContested { remarks.append(say(.contested)) }
        if trace.isPlanned { remarks.append(say(.planned)) }
        return remarks
    }

    private func ending(of trace: Trace, _ ends: [String]) -> Phrase {
        switch trace.end {
        case .complete: return .endsAt(ends)
        case .split: return .splitsTo(ends)
        case .unknown:
            if trace.segments.isEmpty { return .unrecordedCord(standing.words(for: plant.occupancy(of: trace.from))) }
            return ends.isEmpty ? .nobodyKnows : .nobodyKnowsMore(ends)
        case .open:
            let port = trace.segments.last.map { $0.far.last ?? $0.near.last } ?? trace.from
            let occupancy = plant.occupancy(of: port ?? trace.from)
            if trace.segments.isEmpty, occupancy.value == true { return .unrecordedCord(standing.words(for: occupancy)) }
            return .nothingBehind(name(.port(port ?? trace.from)))
        }
    }

    private func networks(_ trace: Trace) -> [String] {
        trace.network.map { [plant.inventory.providerNetworks[$0].name.text.displayed] } ?? []
    }

    private func union(_ lists: [[Ref<Port>]]) -> [Ref<Port>] {
        lists.reduce(into: []) { all, list in all += list.filter { !all.contains($0) } }
    }

    private func name(_ object: ObjectRef) -> String { plant.inventory.name(of: object).displayed }
    private func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }
    private func painted(_ text: String, _ tone: Tone) -> String { typesetter.ink.painted(text, tone) }

    private func painted(_ end: TraceEnd) -> String {
        painted(say(end.phrase), end == .complete ? .good : end == .open ? .remark : .caution)
    }
}

extension TraceEnd {
    fileprivate var phrase: Phrase {
        switch self {
        case .complete: Phrase(en: "complete", ru: "до конца")
        case .open: Phrase(en: "open", ru: "обрыв")
        case .split: Phrase(en: "split", ru: "разветвление")
        case .unknown: Phrase(en: "unknown", ru: "неизвестно")
        }
    }
}

extension Cable.Status {
    var phrase: Phrase {
        switch self {
        case .connected: Phrase(en: "connected", ru: "подключён")
        case .planned: Phrase(en: "planned", ru: "планируется")
        case .decommissioning: Phrase(en: "decommissioning", ru: "выводится")
        }
    }
}

extension Phrase {
    fileprivate static var asked: Phrase { Phrase(en: "the port asked about", ru: "порт, о котором спросили") }
    fileprivate static var cable: Phrase { Phrase(en: "cable without an id", ru: "кабель без номера") }
    fileprivate static var noCable: Phrase { Phrase(en: "no cable on record", ru: "кабель не записан") }

    fileprivate static func label(_ text: String) -> Phrase { Phrase(en: "label \(text)", ru: "бирка \(text)") }
    fileprivate static func network(_ name: String) -> Phrase {
        Phrase(en: "into the provider's network \(name)", ru: "в сеть провайдера \(name)")
    }

    fileprivate static func through(_ device: String) -> Phrase { Phrase(en: "through \(device)", ru: "через \(device)") }
    fileprivate static func throughCircuit(_ circuit: String) -> Phrase {
        Phrase(en: "over the circuit \(circuit)", ru: "по каналу связи \(circuit)")
    }

    fileprivate static func endsAt(_ ends: [String]) -> Phrase {
        Phrase(en: "it ends at \(ends.joined(separator: ", "))", ru: "ведёт в \(ends.joined(separator: ", "))")
    }

    fileprivate static func splitsTo(_ ends: [String]) -> Phrase {
        let list = ends.joined(separator: ", ")
        return Phrase(
            en: "the record does not say which strand goes where" + (ends.isEmpty ? "" : "; it may be \(list)"),
            ru: "не записано, какая жила куда ведёт" + (ends.isEmpty ? "" : "; возможно, \(list)"))
    }

    fileprivate static var nobodyKnows: Phrase {
        Phrase(en: "nobody has written where the cable goes", ru: "никто не записал, куда ведёт кабель")
    }

    fileprivate static func nobodyKnowsMore(_ ends: [String]) -> Phrase {
        let list = ends.joined(separator: ", ")
        return Phrase(en: "beyond \(list) nobody has written where it goes", ru: "куда ведёт дальше \(list), никто не записал")
    }

    fileprivate static func unrecordedCord(_ evidence: Phrase) -> Phrase {
        Phrase(
            en: "something is plugged here (\(evidence.en)), and no cable is on record",
            ru: "здесь что-то подключено (\(evidence.ru)), а кабель не записан")
    }

    fileprivate static func nothingBehind(_ port: String) -> Phrase {
        Phrase(en: "no cable is on record behind \(port)", ru: "дальше \(port) кабель не записан")
    }

    fileprivate static var loop: Phrase { Phrase(en: "the way comes back to where it was", ru: "путь возвращается туда, где уже был") }
    fileprivate static var contested: Phrase {
        Phrase(en: "a port on the way holds several cables by the record", ru: "по записям в одном порту на пути несколько кабелей")
    }

    fileprivate static var planned: Phrase {
        Phrase(en: "a cable on the way is only planned", ru: "один из кабелей пути только планируется")
    }
}
