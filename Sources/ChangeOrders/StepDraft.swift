import Diagnostics
import Inventories
import LocatedYAML
import Times

/// A step as written: common keys read, operands left as they stand until the verb is known.
struct StepDraft: Sendable {
    let node: Node
    var id: Located<Symbol>?
    var verb: Located<Verb>?
    var operands: [(operand: Operand, value: Node)] = []
    var wishes: [Located<Symbol>] = []
    var takes: Period?
    var window: Located<Symbol>?
    var undo: UndoDraft = .automatic
    var verify: ObservationDraft?
    var procedure: ProcedureDraft?
    var mitigations: [Symbol] = []

    enum UndoDraft: Sendable {
        case automatic, none
        case written([StepDraft])
    }

    subscript(operand: Operand) -> Node? {
        operands.first { $0.operand == operand }?.value
    }
}

/// What is to be seen, as written.
struct ObservationDraft: Sendable {
    var span: Span
    var observe: Located<Symbol>?
    var expect: Symbol?
    var witness: Located<Symbol>?
}

/// The document that a step follows, as written.
struct ProcedureDraft: Sendable {
    var document: Symbol = .empty
    var version: Symbol?
    var until: WrittenMoment?
}

/// Gear in no record, as written.
struct UnrecordedDraft: Sendable {
    var place: Symbol = .empty
    var looks: Symbol = .empty
    var photo: Symbol?
}

/// A cord as written.
struct CordDraft: Sendable {
    let node: Node
    var id: Located<Symbol>?
    var a: Node?
    var b: Node?
    var type: Symbol?
    var label: Symbol?
}

/// A row of a cut sheet as written in the order itself.
struct TransferDraft: Sendable {
    let node: Node
    var from: Node?
    var to: Node?
    var cable: Located<Symbol>?
    var label: Located<Symbol>?
}

extension StepDraft {
    /// A step of any verb; which operands it may have depends on the verb, as the schema says.
    static let form = Form<StepDraft>(.lazy { .either(Verb.allCases.map { shape(of: $0).schema }) }) { node, log in shape.read(node, &log) }

    /// A step of one verb: what the schema says of it. Reading takes the shape of all, to say more of what is wrong.
    private static func shape(of verb: Verb) -> Shape<StepDraft> {
        let form = VerbForm.of(verb)
        let operands = form.operands.reduce(into: [Operand]()) { if !$0.contains($1) { $0.append($1) } }
        let verbField = Field<StepDraft>("do", Form<String>.choice([verb.rawValue]), required: true, "the verb") { _, _ in }
        let own = operands.map { operand in
            let isRequired = form.needs.contains { $0 == [operand] }
            return Field<StepDraft>(operand.rawValue, Form<Node>(operand.schema) { node, _ in node }, required: isRequired, operand.about) {
                _, _ in
            }
        }
        return Shape(
            "step-\(verb.rawValue)", "a step that does `\(verb.rawValue)`: \(form.example)", start: { StepDraft(node: $0) },
            fields: [verbField] + own + commonFields.filter { $0.key != "do" })
    }

    private static let shape = Shape<StepDraft>(
        "step", "one step of an order", start: { StepDraft(node: $0) },
        fields: commonFields
            + Operand.allCases.map { operand in
                Field(operand.rawValue, .node, operand.about) { $0.operands.append((operand, $1)) }
            })

    /// All keys that a step of some verb may have.
    static let keys = Set(commonFields.map(\.key) + Operand.allCases.map(\.rawValue))

    private static let commonFields: [Field<StepDraft>] = [
        Field("id", .located(.identifier), "S1, S2 … where not written") { $0.id = $1 },
        Field("do", .located(verbForm), required: true, "the verb") { $0.verb = $1 },
        Field("for", .oneOrMany(of: .located(.identifier)), "wishes that the step serves") { $0.wishes = $1 },
        Field("takes", .period, "how long the step takes") { $0.takes = $1 },
        Field("window", .located(.identifier), "the window that the step is in") { $0.window = $1 },
        Field("undo", undoForm, "`auto` (by the verb), `none`, or the steps that put things back") { $0.undo = $1 },
        Field("verify", observationForm, "what must be seen after the step, and who sees it") { $0.verify = $1 },
        Field("procedure", .shape(procedureShape), "the document that the step follows") { $0.procedure = $1 },
        Field("mitigations", .oneOrMany(of: .symbol), "tag, lock, second person, read-back, a pull under watch") { $0.mitigations = $1 },
    ]

    /// A verb; a word of everyday speech is told the verb that it means.
    private static let verbForm = Form<Verb>(.choice(Verb.allCases.map(\.rawValue))) { node, log in
        guard node.kind == .scalar, !node.isNull else {
            log.addMismatch(.text, at: node)
            return nil
        }
        let verb = Verb(rawValue: node.string)
        if verb == nil { log.add(.unknownVerb(node.string, at: node.span)) }
        return verb
    }

    private static let undoForm = Form<UndoDraft>.either(
        scalar: Form<String>.choice(["auto", "none"]).map { word, _, _ in word == "none" ? UndoDraft.none : .automatic },
        sequence: Form<[StepDraft]>.list(of: .lazy { form }).map { steps, _, _ in .written(steps) })

    private static let observationShape = Shape<ObservationDraft>(
        "observation", "what must be seen, and who sees it", start: { ObservationDraft(span: $0.span) },
        fields: [
            Field("observe", .located(.symbol), required: true, "what to look at") { $0.observe = $1 },
            Field("expect", .symbol, "what must be seen") { $0.expect = $1 },
            Field("witness", .located(.identifier), "the contact who sees it") { $0.witness = $1 },
        ])

    private static let observationForm = Form<ObservationDraft>.either(
        scalar: Form<Symbol>.symbol.map { words, node, _ in
            ObservationDraft(span: node.span, observe: Located(words, node.span))
        },
        mapping: .shape(observationShape))

    private static let procedureShape = Shape<ProcedureDraft>(
        "procedure", "a document that a step follows", start: { _ in ProcedureDraft() },
        fields: [
            Field("doc", .symbol, required: true, "the document's number or name") { $0.document = $1 },
            Field("version", .symbol, "its version") { $0.version = $1 },
            Field("until", .moment, "until when it is in force; a day counts to its end") { $0.until = $1 },
        ])
}

extension Operand {
    /// What may stand under the key.
    var schema: Schema {
        switch self {
        case .port, .outlet, .circuit, .feed:
            .either([PortReading.schema, .list(PortReading.schema)])
        case .device, .module, .part, .rack, .location, .room, .site, .except:
            .either([.string(), .list(.string())])
        case .cable: .either([.string(), .list(.either([.string(), CordDraft.shape.schema])), CordDraft.shape.schema])
        case .unrecorded: UnrecordedDraft.shape.schema
        case .everythingIn: SelectorReading.form.schema
        case .a, .b, .from, .to: PortReading.schema
        case .list: .either([.string(examples: ["moves.csv"]), .list(TransferDraft.shape.schema)])
        case .cords: .either([.choice(["same-port"]), .string(), .list(CordDraft.shape.schema)])
        case .position: .number
        case .height: .number
        case .draw: .integer(minimum: 0, maximum: nil)
        case .face: .choice(RackFace.allCases.map(\.rawValue))
        case .deviceType, .with, .observe, .expect, .how, .by, .otherwise, .witness, .what, .text: .string()
        }
    }
}

extension UnrecordedDraft {
    static let shape = Shape<UnrecordedDraft>(
        "unrecorded", "gear that stands there and is in no record", start: { _ in UnrecordedDraft() },
        fields: [
            Field("where", .symbol, required: true, "where it is, as a person would find it") { $0.place = $1 },
            Field("looks", .symbol, "what it looks like") { $0.looks = $1 },
            Field("photo", .symbol, "a photo beside the order") { $0.photo = $1 },
        ])
}

extension CordDraft {
    static let shape = Shape<CordDraft>(
        "cord", "a cord and what it joins", start: { CordDraft(node: $0) },
        fields: [
            Field("a", .node, required: true, "one end: a port, or `unknown`") { $0.a = $1 },
            Field("b", .node, required: true, "the other end: a port, or `unknown`") { $0.b = $1 },
            Field("id", .located(.identifier), "the id or label of a recorded cable that is used again") { $0.id = $1 },
            Field("type", .symbol, "the cable's type, such as cat6") { $0.type = $1 },
            Field("label", .symbol, "what is written on it") { $0.label = $1 },
        ])
}

extension TransferDraft {
    static let shape = Shape<TransferDraft>(
        "transfer", "an end of a cord that goes from one port to another", start: { TransferDraft(node: $0) },
        fields: [
            Field("from", .node, required: true, "the port that the cord leaves") { $0.from = $1 },
            Field("to", .node, required: true, "the port that it goes to") { $0.to = $1 },
            Field("cable", .located(.identifier), "the cord's id, where the label does not say it") { $0.cable = $1 },
            Field("label", .located(.symbol), "the cord's label") { $0.label = $1 },
        ])
}
