import Diagnostics
import LocatedYAML
import Times

/// `client.yaml` as it is written.
struct ClientDraft {
    var id: Symbol?
    var name: Symbol?
    var language = Language.en
    var timezone = TimeZoneRules.utc
    var parties: [PartyDraft] = []
    var contacts: [ContactDraft] = []
    var contracts: [ContractDraft] = []
    var questionsTo: [Mention] = []
    var services: [ServiceDraft] = []
    var calendar: [CalendarDraft] = []
    var roles: [Entry<Forwarding>] = []

    static let shape = Shape<ClientDraft>(
        "client", "Who the client is, who decides what, and what must not stop.", start: { _ in ClientDraft() },
        fields: [
            Field("client", .identifier, required: true, "A short name of the client.") { $0.id = $1 },
            Field("name", .examples("Vostok Trading"), "The client's name.") { $0.name = $1 },
            Field(
                "language", .choice, "The language of questions and reports for the client: en or ru; en where nothing is written."
            ) { $0.language = $1 },
            Field("timezone", .zone, "The client's time zone; UTC where nothing is written.") { $0.timezone = $1 },
            Field(
                "parties", .list(of: .shape(PartyDraft.shape)), "Organisations and departments that own, administer, serve or speak."
            ) { $0.parties = $1 },
            Field("contacts", .list(of: .shape(ContactDraft.shape)), "People of the parties.") { $0.contacts = $1 },
            Field("contract", .oneOrMany(of: .shape(ContractDraft.shape)), "What parties agreed on.") { $0.contracts = $1 },
            Field("questions_to", .oneOrMany(of: .contactMention), "Whom to ask where nobody else is named.") { $0.questionsTo = $1 },
            Field("services", .list(of: .shape(ServiceDraft.shape)), "What the client's people would miss.") { $0.services = $1 },
            Field("calendar", .list(of: .shape(CalendarDraft.shape)), "When work is forbidden, or alone allowed.") { $0.calendar = $1 },
            Field("roles", .map(of: .choice), "Roles of devices that forward, never do, or perhaps do.") { $0.roles = $1 },
        ])
}

extension Form where Value == Mention {
    /// A contact: `petrova`, or `{contact: petrova}`.
    static var contactMention: Form {
        .either(
            scalar: .mention,
            mapping: Form<ContactMap>.shape(ContactMap.shape).map { map, _, _ in map.contact })
    }
}

/// The map form of a contact.
private struct ContactMap {
    var contact: Mention?

    static let shape = Shape<ContactMap>(
        "contact-reference", "A contact.", start: { _ in ContactMap() },
        fields: [Field("contact", .mention, required: true, "The contact.") { $0.contact = $1 }])
}

/// A party as it is written.
struct PartyDraft {
    var id: Mention?
    var kind: Party.Kind?
    var name: Symbol?
    var under: Mention?
    var recordAddress: Symbol?
    var span: Span

    static let shape = Shape<PartyDraft>(
        "party", "An organisation or department.", start: { PartyDraft(span: $0.span) },
        fields: [
            Field("id", .name, required: true, "A short name.") { $0.id = $1 },
            Field("kind", .choice, required: true, "department, contractor, vendor, provider or client.") { $0.kind = $1 },
            Field("name", .symbol, "The name in full.") { $0.name = $1 },
            Field("under", .mention, "The party that it works for or belongs to.") { $0.under = $1 },
            Field("record_address", .examples("it-records@vostok.example"), "Where its copy of what was said goes.") {
                $0.recordAddress = $1
            },
            Field("origin", .symbol, "Its key in the system that it was imported from, for the next import.") { _, _ in },
        ])
}

/// A contact as it is written.
struct ContactDraft {
    var id: Mention?
    var name: Symbol?
    var party: Mention?
    var email: Symbol?
    var phone: Symbol?
    var reach: OpeningHours?
    var deputy: Mention?
    var keys: [Symbol] = []
    var authority: [AuthorityDraft] = []
    var span: Span

    static let shape = Shape<ContactDraft>(
        "contact", "A person of a party.", start: { ContactDraft(span: $0.span) },
        fields: [
            Field("id", .name, required: true, "A short name.") { $0.id = $1 },
            Field("name", .symbol, "The person's name.") { $0.name = $1 },
            Field("party", .mention, required: true, "The party that the person speaks for.") { $0.party = $1 },
            Field("email", .symbol, "The e-mail address.") { $0.email = $1 },
            Field("phone", .examples("+7 495 000-00-00"), "The telephone number, in quotes.") { $0.phone = $1 },
            Field("reach", .hours, "When the person can be reached.") { $0.reach = $1 },
            Field("deputy", .mention, "Who answers in the person's absence.") { $0.deputy = $1 },
            Field("keys", .symbols, "Public keys with which the person signs.") { $0.keys = $1 },
            Field(
                "authority", .oneOrMany(of: .shape(AuthorityDraft.shape)), "What the person may decide; none where nothing is written."
            ) { $0.authority = $1 },
            Field("origin", .symbol, "Its key in the system that it was imported from, for the next import.") { _, _ in },
        ])
}

/// Authority as it is written.
struct AuthorityDraft {
    var over: SelectorDraft?
    var may: [Authorisable] = []
    var until: WrittenMoment?

    static let shape = Shape<AuthorityDraft>(
        "authority", "Over which objects a person may decide which actions.", start: { _ in AuthorityDraft() },
        fields: [
            Field("over", .selector, required: true, "Over which objects.") { $0.over = $1 },
            Field("may", .actions, required: true, "Which verbs of orders, `any` for all of them, or people, overrule, policy, release.") {
                $0.may = $1
            },
            Field("until", .moment, "Until when; a day counts to its end.") { $0.until = $1 },
        ])
}

extension Form where Value == [Authorisable] {
    /// Verbs of orders, `any`, or one of the acts that `any` does not include.
    static var actions: Form { .oneOrMany(of: .action) }
}

extension Form where Value == Authorisable {
    static var action: Form {
        let acts: [(String, Authorisable)] =
            [("any", .any)] + Verb.allCases.map { ($0.rawValue, .verb($0)) }
            + [("people", .people), ("overrule", .overrule), ("policy", .policy), ("release", .release)]
        return Form<String>.choice(acts.map(\.0)).map { word, _, _ in acts.first { $0.0 == word }?.1 }
    }
}

/// A contract as it is written.
struct ContractDraft {
    struct Standing {
        var by: Mention?
        var may: [Authorisable] = []
        var into: Symbol?
        var over: SelectorDraft?
        var until: WrittenMoment?
        var span: Span
    }

    struct Resolver {
        var contact: Mention?
        var within: Period?
    }

    var id: Mention?
    var between: [Mention] = []
    var covers: SelectorDraft?
    var clause: Symbol?
    var downtime: Period?
    var standing: [Standing] = []
    var resolves: [Resolver] = []
    var pays: [Entry<Mention>] = []
    var span: Span

    static let shape = Shape<ContractDraft>(
        "contract", "What parties agreed on.", start: { ContractDraft(span: $0.span) },
        fields: [
            Field("id", .name, required: true, "Its number.") { $0.id = $1 },
            Field("between", .oneOrMany(of: .mention), "The parties.") { $0.between = $1 },
            Field("covers", .selector, "What work under it may touch.") { $0.covers = $1 },
            Field("clause", .examples("4.2"), "Where it says so.") { $0.clause = $1 },
            Field("downtime", .period, "What it tolerates.") { $0.downtime = $1 },
            Field("standing", .oneOrMany(of: .shape(standing)), "What has been allowed once and for all.") { $0.standing = $1 },
            Field(
                "resolves", .oneOrMany(of: .shape(resolver)), "Who decides when something goes wrong, in this order."
            ) { $0.resolves = $1 },
            Field("pays", .map(of: .mention), "Who pays for what kind of fault.") { $0.pays = $1 },
        ])

    private static let standing = Shape<Standing>(
        "standing", "What has been allowed once and for all.", start: { Standing(span: $0.span) },
        fields: [
            Field("by", .mention, required: true, "Who allowed it.") { $0.by = $1 },
            Field("may", .actions, required: true, "Which actions.") { $0.may = $1 },
            Field("into", .examples("known-empty"), "Into what kind of port.") { $0.into = $1 },
            Field("over", .selector, required: true, "Over which objects.") { $0.over = $1 },
            Field("until", .moment, "Until when; a day counts to its end.") { $0.until = $1 },
        ])

    private static let resolver = Shape<Resolver>(
        "resolver", "Who decides when something goes wrong.", start: { _ in Resolver() },
        fields: [
            Field("contact", .mention, required: true, "The contact.") { $0.contact = $1 },
            Field("within", .period, "How soon an answer comes.") { $0.within = $1 },
        ])
}

/// A service as it is written.
struct ServiceDraft: Remarkable {
    struct Path {
        var from: SelectorDraft?
        var to: SelectorDraft?
        var atLeast = 1

        static let shape = Shape<Path>(
            "path", "A way that the service needs: every `from` reaches some `to`.", start: { _ in Path() },
            fields: [
                Field("from", .selector, required: true, "Where it begins.") { $0.from = $1 },
                Field("to", .selector, required: true, "Where it ends.") { $0.to = $1 },
                Field("at_least", .integer(in: 1...64), "How many ways must stand for the service not to be degraded.") { $0.atLeast = $1 },
            ])
    }

    struct Reaction {
        var after: Period?
        var how: Symbol?
        var isReversible: Bool?

        static let shape = Shape<Reaction>(
            "reaction", "What the service does when it loses a way.", start: { _ in Reaction() },
            fields: [
                Field("after", .period, "After how long.") { $0.after = $1 },
                Field("how", .symbol, required: true, "What it does.") { $0.how = $1 },
                Field("reversible", .boolean, "True when that is undone by itself.") { $0.isReversible = $1 },
            ])
    }

    var id: Mention?
    var name: Symbol?
    var department: Mention?
    var criticality = Service.Criticality.normal
    var hours: OpeningHours?
    var downtime: Period?
    var costPerHour: Int?
    var paths: [Path] = []
    var needs: [Mention] = []
    var reacts: Reaction?
    var tags: [Symbol] = []
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<ServiceDraft>(
        "service", "What the client's people would miss.", start: { ServiceDraft(span: $0.span) },
        fields: [
            Field("id", .name, required: true, "A short name.") { $0.id = $1 },
            Field("name", .symbol, "What people call it.") { $0.name = $1 },
            Field("department", .mention, "The party to which it belongs.") { $0.department = $1 },
            Field("criticality", .choice, "low, normal, high or life-safety; normal where nothing is written.") { $0.criticality = $1 },
            Field("hours", .hours, "When it is needed.") { $0.hours = $1 },
            Field("downtime", .period, "What its owner tolerates.") { $0.downtime = $1 },
            Field("cost_per_hour", .integer(in: 0...Int.max), "What an hour without it costs, in the client's currency.") {
                $0.costPerHour = $1
            },
            Field("paths", .list(of: .shape(Path.shape)), "The ways that it needs.") { $0.paths = $1 },
            Field("needs", .oneOrMany(of: .mention), "The services without which it does not work.") { $0.needs = $1 },
            Field("reacts", .shape(Reaction.shape), "What it does when it loses a way.") { $0.reacts = $1 },
            Field("tags", .symbols, "Free words by which selectors find it.") { $0.tags = $1 },
        ] + Field.remarks)
}

/// An entry of the calendar as it is written.
struct CalendarDraft {
    struct Blackout {
        var from: WrittenMoment?
        var to: WrittenMoment?
    }

    var blackout: Blackout?
    var allowed: OpeningHours?
    var over: SelectorDraft?
    var reason: Symbol?
    var span: Span

    static let shape = Shape<CalendarDraft>(
        "calendar", "When work is forbidden, or alone allowed.", start: { CalendarDraft(span: $0.span) },
        fields: [
            Field("blackout", .shape(blackout), "No work in this time.") { $0.blackout = $1 },
            Field("allowed", .hours, "Work only in these hours.") { $0.allowed = $1 },
            Field("over", .selector, "Over which objects; over all where nothing is written.") { $0.over = $1 },
            Field("reason", .symbol, "Why.") { $0.reason = $1 },
        ])

    private static let blackout = Shape<Blackout>(
        "blackout", "A time without work.", start: { _ in Blackout() },
        fields: [
            Field("from", .moment, required: true, "Its beginning; a day counts from its start.") { $0.from = $1 },
            Field("to", .moment, required: true, "Its end; a day counts to its end.") { $0.to = $1 },
        ])
}
