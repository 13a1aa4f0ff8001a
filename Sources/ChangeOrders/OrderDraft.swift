import Diagnostics
import Inventories
import LocatedYAML
import Times

/// An order as written, its names not yet resolved.
struct OrderDraft: Sendable {
    let node: Node
    var id: Located<Symbol>?
    var title: Symbol = .empty
    var kind = ChangeOrder.Kind.normal
    var contractor: Located<Symbol>?
    var requestedBy: Symbol?
    var crew: [Crew] = []
    var present: [Presence] = []
    var notify: [Notice] = []
    var windows: [Window] = []
    var needsOfClient: [Symbol] = []
    var wishes: [Wish] = []
    var parts: [ChangeOrder.Part] = []
    var steps: [StepDraft] = []

    struct Crew: Sendable {
        var span: Span
        var name: Symbol = .empty
        var task: Symbol = "hands"
    }

    struct Presence: Sendable {
        var span: Span
        var party: Located<Symbol>?
        var contact: Located<Symbol>?
        var steps: [Located<Symbol>] = []
    }

    struct Notice: Sendable {
        var span: Span
        var party: Located<Symbol>?
        var before: Period?
    }

    struct Window: Sendable {
        var span: Span
        var id: Located<Symbol>?
        var from: Located<Timestamp>?
        var to: Located<Timestamp>?
    }

    struct Wish: Sendable {
        var span: Span
        var id: Located<Symbol>?
        var by: Symbol?
        var text: Symbol = .empty
        var needs: [Need] = []
        var acceptedWhen: Symbol?
    }

    struct Need: Sendable {
        var span: Span
        /// True when a resource is named, even where its number could not be read.
        var namesResource: Bool
        var amounts: [(resource: ChangeOrder.Need.Resource, count: Int)] = []
        var at: Node?
    }
}

extension OrderDraft {
    /// The whole file.
    static let form = Form.shape(shape)

    static let shape = Shape<OrderDraft>(
        "order", "a change order: what the crew will do", start: { OrderDraft(node: $0) },
        fields: [
            Field("order", .located(.identifier), required: true, "the order's number") { $0.id = $1 },
            Field("title", .symbol, "what it is about, in one line") { $0.title = $1 },
            Field("contractor", .located(.identifier), "the party that does the work") { $0.contractor = $1 },
            Field("type", .choice, "standard, normal or emergency; normal where not written") { $0.kind = $1 },
            Field("requested_by", .symbol, "who asked for it: a contact, or a name") { $0.requestedBy = $1 },
            Field("crew", .list(of: crewForm), "who does the work") { $0.crew = $1 },
            Field("present", .list(of: .shape(presenceShape)), "who stands by, during which steps") { $0.present = $1 },
            Field("notify", .list(of: .shape(noticeShape)), "who is told, how long before; told is not consented") { $0.notify = $1 },
            Field("windows", .list(of: .shape(windowShape)), "when the work may be done") { $0.windows = $1 },
            Field("needs", .shape(needsShape), "what others have to provide") { $0.needsOfClient = $1 },
            Field("wishes", .list(of: .shape(wishShape)), "what the client wants, in the client's words; W0 is in every order") {
                $0.wishes = $1
            },
            Field("parts", .list(of: .shape(partShape)), "parts that go out and come in, by the codes on them") { $0.parts = $1 },
            Field("steps", .list(of: StepDraft.form), required: true, "the work, step by step") { $0.steps = $1 },
        ])

    private static let crewForm = Form<Crew>.either(
        scalar: Form<Symbol>.identifier.map { name, node, _ in Crew(span: node.span, name: name) },
        mapping: .shape(crewShape))

    private static let crewShape = Shape<Crew>(
        "crew member", "somebody who does the work", start: { Crew(span: $0.span) },
        fields: [
            Field("contact", .symbol, required: true, "a contact, or a name") {
                $0.name = $1
                $0.span = $2.span
            },
            Field("as", .symbol, "lead, hands, or in words; hands where not written") { $0.task = $1 },
        ])

    private static let presenceShape = Shape<Presence>(
        "presence", "somebody stands by during some steps", start: { Presence(span: $0.span) },
        fields: [
            Field("party", .located(.identifier), "whose people stand by") { $0.party = $1 },
            Field("contact", .located(.identifier), "who stands by") { $0.contact = $1 },
            Field("for", .oneOrMany(of: .located(.identifier)), "during which steps; all where not written") { $0.steps = $1 },
        ])

    private static let noticeShape = Shape<Notice>(
        "notice", "somebody is told beforehand", start: { Notice(span: $0.span) },
        fields: [
            Field("party", .located(.identifier), required: true, "who is told") { $0.party = $1 },
            Field("before", .period, "how long before the work") { $0.before = $1 },
        ])

    private static let windowShape = Shape<Window>(
        "window", "a stretch of time for the work", start: { Window(span: $0.span) },
        fields: [
            Field("id", .located(.identifier), "N1, N2 … where not written") { $0.id = $1 },
            Field("from", .located(.timestamp), required: true, "when it begins") { $0.from = $1 },
            Field("to", .located(.timestamp), required: true, "when it ends") { $0.to = $1 },
        ])

    private static let needsShape = Shape<[Symbol]>(
        "needs", "what others have to provide", start: { _ in [] },
        fields: [Field("client", .oneOrMany(of: .symbol), "what the client has to provide, in words") { $0 = $1 }])

    private static let wishShape = Shape<Wish>(
        "wish", "what the client wants", start: { Wish(span: $0.span) },
        fields: [
            Field("id", .located(.identifier), "W1, W2 … where not written") { $0.id = $1 },
            Field("by", .symbol, "whose wish it is: a contact, or a name") { $0.by = $1 },
            Field("text", .symbol, required: true, "the wish in the client's words") { $0.text = $1 },
            Field("needs", .oneOrMany(of: .shape(needShape)), "what the wish needs, and where") { $0.needs = $1 },
            Field("accepted_when", .symbol, "how the client will see that it is fulfilled") { $0.acceptedWhen = $1 },
        ])

    private static let needShape = Shape<Need>(
        "need", "a number of something that a wish needs",
        start: { node in
            Need(span: node.span, namesResource: node.pairs.contains { ChangeOrder.Need.Resource(rawValue: $0.key.string) != nil })
        },
        fields: ChangeOrder.Need.Resource.allCases.map { resource in
            Field(resource.rawValue, .integer(in: 0...1_000_000), "how many \(resource.about)") { $0.amounts.append((resource, $1)) }
        } + [Field("at", SelectorReading.form, "where; anywhere when not written") { $0.at = $1 }])

    private static let partShape = Shape<ChangeOrder.Part>(
        "part", "a part that goes out and one that comes in", start: { ChangeOrder.Part(slot: .empty, span: $0.span) },
        fields: [
            Field("slot", .symbol, required: true, "where it sits, such as `srv-2:bay/3`") { $0.slot = $1 },
            Field("out", .symbol, "the code on what goes out; `?` when nobody has read it") { $0.out = $1 == "?" ? nil : $1 },
            Field("in", .symbol, "the code on what comes in") { $0.in = $1 == "?" ? nil : $1 },
        ])
}

extension ChangeOrder.Need.Resource {
    /// The resource in the documentation's words.
    var about: String {
        switch self {
        case .ports: "free ports"
        case .poe: "ports that feed what is plugged in"
        case .units: "units of rack"
        case .outlets: "power outlets"
        case .power: "watts"
        }
    }
}
