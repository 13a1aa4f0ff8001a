import ArgumentParser
import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Reports

/// `primum show`: a rack, panel or device as a picture.
struct ShowCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Draw a rack from both sides, or the ports of a panel or device, in the terminal.",
        discussion: """
            With --order, what the order touches is marked, and marked apart what must not be touched: what another firm owns, \
            what is critical, what nobody can name. Where the order's wishes need more ports than its steps take, free ones that \
            displace nobody are offered, the same as primum order new proposes.

            Examples:
              primum show R1
              primum show PP-1 --order orders/CO-2026-014.yaml
              primum show sw-1 --client inventories/vostok --lang ru

            Exit status: 0; 64 for a place that is not on record; 65 when the folder or the order cannot be read.
            """)

    @Argument(help: "A rack, a device or a panel, by its name.")
    var place: String

    @Option(help: ArgumentHelp("Mark what this order touches; its client's folder is taken.", valueName: "file"))
    var order: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let session = try ClientSession(client, moment, above: order, answer.language)
        session.warnOfFaults()
        let plant = session.plant()
        let markings = try markings(on: plant, session)
        let object = try object(in: session)
        try Answer(
            text: { typesetter in
                switch object {
                case .rack(let rack): RackElevation(plant, markings, typesetter).text(of: rack)
                case .device(let device): DeviceFace(plant, markings, typesetter).text(of: device)
                }
            },
            document: {
                switch object {
                case .rack(let rack): PlaceDocument(plant, markings, session.language).json(of: rack)
                case .device(let device): PlaceDocument(plant, markings, session.language).json(of: device)
                }
            }
        ).give(answer)
        return .well
    }

    private func markings(on plant: Plant, _ session: ClientSession) throws(Failure) -> Markings {
        guard let order else { return Markings(plant) }
        return Markings(of: try OrderDoor(order, in: session).order, on: plant)
    }

    private enum Drawable {
        case rack(Ref<Rack>)
        case device(Ref<Device>)
    }

    /// A rack or a device by its name, or the device of a port.
    private func object(in session: ClientSession) throws(Failure) -> Drawable {
        if let rack = session.inventory.rack(place).value { return .rack(rack) }
        let found = try Lookup(session.language).only(session.inventory.object(.name(Symbol(place))), place)
        switch found {
        case .rack(let rack): return .rack(rack)
        case .device(let device): return .device(device)
        case .module(let module): return .device(session.inventory.modules[module].device)
        case .port(let port):
            if let device = session.inventory.ports[port].device { return .device(device) }
        case .site, .location, .cable, .circuit, .service, .powerPanel: break
        }
        throw .usage(Diagnostic("not-drawable", .error, .notDrawable(place), help: racks(in: found, session.inventory)), session.language)
    }

    /// The racks of a place that is not drawn itself.
    private func racks(in place: ObjectRef, _ inventory: Inventory) -> [Phrase] {
        let inside = inventory.racks.refs.filter { rack in
            var holder: ObjectRef? = .rack(rack)
            while let object = holder, object != place { holder = inventory.holder(of: object) }
            return holder != nil
        }
        return inside.isEmpty ? [] : [.racksThere(inside.map { inventory.name(of: .rack($0)) })]
    }
}

extension Phrase {
    fileprivate static func notDrawable(_ name: String) -> Phrase {
        Phrase(
            en: "only racks and devices are drawn, and `\(name)` is neither",
            ru: "рисуются только стойки и устройства, а `\(name)` — ни то ни другое")
    }

    fileprivate static func racksThere(_ names: [String]) -> Phrase {
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "the racks there are \(list)", ru: "стойки там: \(list)")
    }
}
