import ArgumentParser
import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Rehearsals
import Reports
import Seals
import Times

/// `primum order`: the commands on change orders.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Write a first order.", subcommands: [NewOrderCommand.self])
}

/// `primum order new`: a first order from a wish, or from what is to be done in words.
struct NewOrderCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a first order from a wish or from actions in words, with free ports proposed.",
        discussion: """
            Actions are written as people say them, in English or Russian: "unplug PP-1:12", "connect sw-1:Gi1/0/8 to PP-1:20", \
            "выдернуть PP-1:12". What a wish needs is written as resource=count@place; the resources are ports, poe, units, \
            outlets and power (in watts). For ports that are needed, ports known to be empty are proposed: none of them displaces \
            anybody. What is left to fill in stands behind # in the file.

            Examples:
              primum order new --wish "Printing on every floor" --by smirnov --needs ports=3@R1 --needs poe=4
              primum order new "unplug PP-1:12" "connect sw-2:Gi1/0/8 to PP-1:12" --on 2026-12-05
              primum order new "restart core-rtr" --output -

            Exit status: 0; 64 for an action that was not understood; 65 when the client's folder cannot be read; 74 when the \
            order cannot be written.
            """)

    @Argument(help: ArgumentHelp("What is to be done, in words.", valueName: "action"))
    var actions: [String] = []

    @Option(help: ArgumentHelp("The order's number (default: the next one in the client's orders/).", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("What the client wants, in the client's own words.", valueName: "text"))
    var wish: String?

    @Option(help: ArgumentHelp("Who asks for it: a contact, or a name.", valueName: "person"))
    var by: String?

    @Option(help: ArgumentHelp("What the wish needs, such as ports=3@R1; may be given several times.", valueName: "need"))
    var needs: [NeedArgument] = []

    @Option(help: ArgumentHelp("The day of the work, such as 2026-12-05.", valueName: "date"))
    var on: CivilDate?

    @Option(
        help: ArgumentHelp(
            "The file to write (default: orders/<id>.yaml in the client's folder); - for standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var speech: LanguageOptions

    func validate() throws {
        if actions.isEmpty, wish == nil { throw ValidationError("Say what is to be done, or give --wish.") }
    }

    func work() throws(Failure) -> ExitStatus {
        let language = speech.language
        let session = try ClientSession(client, moment, language)
        session.warnOfFaults()
        let orders = Files.path(session.path, "orders")
        let id = id ?? Self.nextID(in: orders, year: session.inventory.client.timezone.date(at: session.now).year)
        let text = try text(of: id, session)
        guard output != "-" else {
            try Answer(text: { _ in text }, document: { .string(text) }).give(format: .text, to: nil, language)
            return .well
        }
        let path = output ?? Files.path(orders, "\(id).yaml")
        guard Files.kind(of: path) == nil else { throw .usage(Diagnostic("order-exists", .error, .orderExists(path)), language) }
        do {
            try Files.makeFolder(Files.parent(of: path))
            try Files.write(text, to: path)
        } catch {
            throw .system(error.cured, language)
        }
        Terminal.write(Phrase.written(path)[language] + "\n", to: .output)
        return .well
    }

    private func text(of id: String, _ session: ClientSession) throws(Failure) -> String {
        var first = FirstOrder(id: id, language: speech.language)
        first.wish = wish
        first.requestedBy = by
        first.actions = actions
        first.day = on
        for need in needs { first.needs.append(try need.need(in: session.inventory, speech.language)) }
        var free = FreePorts(session.plant())
        first.freePorts = free.ports(for: first.needs)
        var texts = session.folder.texts
        let written = first.text(in: &texts, against: session.inventory)
        guard let yaml = written.yaml else {
            throw .words(written.log, texts, speech.language)
        }
        return yaml
    }

    /// `CO-2026-015` where `CO-2026-014.yaml` is the last of the year.
    private static func nextID(in orders: String, year: Int) -> String {
        let names = (try? Files.names(in: orders)) ?? []
        let prefix = "CO-\(year)-"
        let numbers = names.compactMap { name in
            name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count).prefix { $0.isNumber }) : nil
        }
        let next = String((numbers.max() ?? 0) + 1)
        return prefix + String(repeating: "0", count: max(0, 3 - next.count)) + next
    }
}

/// What a wish needs, as it is typed: `ports=3@R1`.
struct NeedArgument: ExpressibleByArgument {
    let resource: ChangeOrder.Need.Resource
    let count: Int
    let place: String?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let resource = ChangeOrder.Need.Resource(rawValue: String(parts[0])) else { return nil }
        let amount = parts[1].split(separator: "@", maxSplits: 1)
        guard let first = amount.first, let count = Int(first), count > 0 else { return nil }
        self.resource = resource
        self.count = count
        place = amount.count == 2 ? String(amount[1]) : nil
    }

    /// The need with its place as the inventory knows it.
    func need(in inventory: Inventory, _ language: Language) throws(Failure) -> ChangeOrder.Need {
        guard let place else { return ChangeOrder.Need(resource: resource, count: count) }
        let object = try Lookup(language).only(inventory.object(.name(Symbol(place))), place)
        guard let term = object.placeTerm else { throw .usage(Diagnostic("no-place", .error, .noPlace(place)), language) }
        return ChangeOrder.Need(resource: resource, count: count, at: Selector(alternatives: [[term]], span: nil))
    }
}

extension ObjectRef {
    /// The object as a place where something can be needed.
    fileprivate var placeTerm: Selector.Term? {
        switch self {
        case .site(let site): .site(site)
        case .location(let location): .location(location)
        case .rack(let rack): .rack(rack)
        case .device(let device): .device(device)
        case .module, .port, .cable, .circuit, .service, .powerPanel: nil
        }
    }
}

extension Phrase {
    fileprivate static func orderExists(_ path: String) -> Phrase {
        Phrase(en: "`\(path)` is there already; nothing was written", ru: "`\(path)` уже есть; ничего не записано")
    }

    fileprivate static func written(_ path: String) -> Phrase {
        Phrase(en: "Written: \(path)", ru: "Записано: \(path)")
    }

    fileprivate static func noPlace(_ name: String) -> Phrase {
        Phrase(
            en: "`\(name)` is no place: a site, location, rack or device is needed",
            ru: "`\(name)` — не место: нужна площадка, помещение, стойка или устройство")
    }
}
