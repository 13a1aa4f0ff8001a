import ChangeOrders
import Diagnostics
import Inventories
import Testing
import Times

@Test(arguments: 1...300)
func `any order that is written is read as the same order`(seed: UInt64) throws {
    var maker = OrderMaker(numbers: SeededNumbers(seed: seed))
    let order = maker.order()
    let yaml = order.yaml(in: Plant.inventory)
    let read = Read(yaml)
    #expect(!read.log.hasErrors, "seed \(seed)\n\(yaml)\n\(read.pictures())")
    #expect(meaning(of: read.order as Any) == meaning(of: order), "seed \(seed)\n\(yaml)")
    #expect(read.order?.yaml(in: Plant.inventory) == yaml, "seed \(seed)")
}

/// Makes orders of every form by chance.
private struct OrderMaker {
    var numbers: SeededNumbers

    private static let texts = [
        "a", "off", "no", "12:30", "012", "1e3", "“quoted”", "x: y", "# no remark", "- dash", "tab\there", "two\nlines", "Ёлка", "\\", "\"",
        "{a}",
        "[1]", " blank ", "~", "null", "'", "trailing:", "S/N 77A1", "50%", "a, b", "&anchor", "*alias", "!tag", "@at", "`tick`", "…",
        "e\u{301}",
    ]

    private mutating func text() -> Symbol { Symbol(Self.texts.randomElement(using: &numbers)!) }
    private mutating func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &numbers) ? value : nil }
    private mutating func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &numbers)! }

    mutating func order() -> ChangeOrder {
        var order = ChangeOrder(id: "CO-7", title: text(), language: .ru)
        order.kind = pick(ChangeOrder.Kind.allCases)
        order.contractor = maybe(Plant.inventory.party("netmasters")!)
        order.requestedBy = maybe(pick([.contact(Plant.inventory.contact("smirnov")!), .text("somebody")]))
        order.needsOfClient = (0..<Int.random(in: 0...2, using: &numbers)).map { _ in text() }
        let start = Timestamp(seconds: Int64.random(in: 1_700_000_000...1_900_000_000, using: &numbers))
        order.windows = (0..<Int.random(in: 0...2, using: &numbers)).map { index in
            let from = start + .hours(Int64(index) * 24)
            return ChangeOrder.Window(id: Symbol("N\(index + 1)"), from: from, to: from + .hours(4))
        }
        order.wishes += (0..<Int.random(in: 0...2, using: &numbers)).map { wish($0 + 1) }
        order.parts = (0..<Int.random(in: 0...1, using: &numbers)).map { _ in
            ChangeOrder.Part(slot: text(), out: maybe(text()), in: maybe(text()))
        }
        order.steps = (1...Int.random(in: 1...5, using: &numbers)).map { step("S\($0)", in: order) }
        order.present = (0..<Int.random(in: 0...1, using: &numbers)).map { _ in
            ChangeOrder.Presence(party: Plant.inventory.party("starlink")!, steps: maybe([order.steps[0].id]) ?? [])
        }
        return order
    }

    private mutating func wish(_ number: Int) -> ChangeOrder.Wish {
        let place = Selector(alternatives: [[.rack(pick(Array(Plant.inventory.racks.refs)))]], span: nil)
        let need = ChangeOrder.Need(
            resource: pick(ChangeOrder.Need.Resource.allCases), count: Int.random(in: 0...9, using: &numbers), at: maybe(place))
        return ChangeOrder.Wish(id: Symbol("W\(number)"), text: text(), needs: maybe([need]) ?? [], acceptedWhen: maybe(text()))
    }

    private mutating func step(_ id: String, in order: ChangeOrder, depth: Int = 0) -> Step {
        var step = Step(id: Symbol(id), verb: pick(Verb.allCases))
        step.wishes = maybe([pick(order.wishes).id]) ?? []
        step.takes = maybe(.minutes(Int64.random(in: 0...3_000, using: &numbers)))
        step.window = order.windows.isEmpty ? nil : maybe(pick(order.windows).id)
        step.mitigations = maybe([text(), text()]) ?? []
        step.procedure = maybe(Step.Procedure(document: text(), version: maybe(text()), until: maybe(Timestamp(seconds: 1_800_000_000))))
        step.verify = maybe(Step.Observation(observe: text(), expect: maybe(text()), witness: maybe(Plant.inventory.contact("petrova")!)))
        if depth == 0, Bool.random(using: &numbers) {
            step.undo = maybe(.none) ?? .written([self.step("\(id)-undo-1", in: order, depth: 1)])
        }
        fill(&step)
        return step
    }

    private mutating func port() -> Ref<Port> {
        pick(Plant.inventory.ports.refs.filter { Plant.inventory.ports[$0].device != nil })
    }

    private mutating func end() -> Step.Endpoint { pick([.port(port()), .port(port()), .unknown]) }
    private mutating func device() -> Step.Target { .object(.device(pick(Array(Plant.inventory.devices.refs)))) }
    private mutating func cable() -> Ref<Cable> { pick(Array(Plant.inventory.cables.refs)) }

    private mutating func fill(_ step: inout Step) {
        switch step.verb {
        case .inspect, .label:
            step.targets = pick([
                [.object(.port(port())), .object(.port(port()))], [device()], [.unit(pick(Array(Plant.inventory.racks.refs)), 7)],
            ])
            if step.verb == .label { step.text = maybe(text()) }
        case .hold:
            var hold = Step.Hold(observe: text(), expect: maybe(text()), how: maybe(text()), by: maybe(text()), otherwise: maybe(text()))
            hold.witness = maybe(Plant.inventory.contact("petrova")!)
            step.hold = hold
        case .connect:
            step.connections = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
                Step.Connection(a: end(), b: end(), cableType: maybe(text()), label: maybe(text()), cable: maybe(cable()))
            }
        case .disconnect: step.targets = pick([[.object(.cable(cable()))], [.object(.port(port()))]])
        case .move:
            step.transfers = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
                let label = maybe(text())
                return Step.Transfer(from: end(), to: end(), cable: maybe(cable()), label: label)
            }
        case .install: fillInstallation(&step)
        case .replace:
            step.targets = [device()]
            step.replacement = Step.Replacement(out: step.targets[0], with: device(), cords: maybe("same-port"))
        case .other:
            step.text = text()
            step.targets = [.words(step.text!)]
        case .configure:
            step.targets = [device()]
            step.text = text()
        case .remove, .powerOff, .powerOn, .restart, .reset: step.targets = [device()]
        }
    }

    private mutating func fillInstallation(_ step: inout Step) {
        var installation = Step.Installation(device: "box-1")
        installation.rack = pick(Array(Plant.inventory.racks.refs))
        installation.positionHalves = maybe(Int.random(in: 2...80, using: &numbers))
        installation.heightHalves = maybe(Int.random(in: 1...8, using: &numbers))
        installation.face = maybe(.rear)
        installation.draw = maybe(Int.random(in: 0...900, using: &numbers))
        installation.deviceType = maybe("cisco/ws-c2960x-24ts-l")
        installation.cords = maybe([Step.Connection(a: end(), b: end())]) ?? []
        step.installation = installation
    }
}

/// A wish of two ports, of which one is found, and two actions in words.
enum RoundTripSample {
    static func first(_ language: Language) -> FirstOrder {
        var first = FirstOrder(id: "CO-2026-001", language: language)
        first.wish = "Печать 24/7 всей фирмой"
        first.requestedBy = "smirnov"
        first.actions = ["unplug PP-1:12", "выдернуть PP-7:1"]
        let place = Selector(alternatives: [[.rack(Plant.inventory.racks.refs.first!)]], span: nil)
        first.needs = [ChangeOrder.Need(resource: .ports, count: 2, at: place)]
        if case .found(let port) = Plant.inventory.port("PP-1:20") { first.freePorts = [port] }
        return first
    }
}

@Test func `a first order can be read as it stands`() throws {
    var texts = SourceTexts()
    for language in Language.allCases {
        let text = RoundTripSample.first(language).text(in: &texts, against: Plant.inventory)
        let yaml = try #require(text.yaml)
        let read = Read(yaml)
        #expect(read.log.count == 0, "\(yaml)\n\(read.pictures())")
        #expect(read.order?.steps.map(\.verb) == [.disconnect, .disconnect, .connect])
        #expect(yaml == (language == .en ? firstOrderInEnglish : firstOrderInRussian))
    }
}

@Test func `a first order from nothing can be read as well`() throws {
    var texts = SourceTexts()
    let text = FirstOrder(id: "CO-1", language: .en).text(in: &texts, against: Plant.inventory)
    let read = Read(try #require(text.yaml))
    #expect(read.log.count == 0, "\(read.pictures())")
    #expect(read.order?.steps.map(\.verb) == [.inspect])
}

@Test func `a first order is not written from an action that is not understood`() {
    var texts = SourceTexts()
    var first = FirstOrder(id: "CO-1", language: .en)
    first.actions = ["frobnicate PP-1:12"]
    let text = first.text(in: &texts, against: Plant.inventory)
    #expect(text.yaml == nil)
    #expect(text.log.kept.map(\.code) == ["not-understood"])
}
