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
            Field("client", .identifier, required: true, \.id, "A short name of the client."),
            Field("name", .examples("Vostok Trading"), \.name, "The client's name."),
            Field(
                "language", .choice, replacing: \.language,
                "The language of questions and reports for the client: en or ru; en where nothing is written."),
            Field("timezone", .zone, replacing: \.timezone, "The client's time zone; UTC where nothing is written."),
            Field(
                "parties", .list(of: .shape(PartyDraft.shape)), replacing: \.parties,
                "Organisations and departments that own, administer, serve or speak."),
            Field("contacts", .list(of: .shape(ContactDraft.shape)), replacing: \.contacts, "People of the parties."),
            Field("contract", .oneOrMany(of: .shape(ContractDraft.shape)), replacing: \.contracts, "What parties agreed on."),
            Field("questions_to", .oneOrMany(of: .contactMention), replacing: \.questionsTo, "Whom to ask where nobody else is named."),
            Field("services", .list(of: .shape(ServiceDraft.shape)), replacing: \.services, "What the client's people would miss."),
            Field("calendar", .list(of: .shape(CalendarDraft.shape)), replacing: \.calendar, "When work is forbidden, or alone allowed."),
            Field("roles", .map(of: .choice), replacing: \.roles, "Roles of devices that forward, never do, or perhaps do."),
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
        fields: [Field("contact", .mention, required: true, \.contact, "The contact.")])
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
            Field("id", .name, required: true, \.id, "A short name."),
            Field("kind", .choice, required: true, \.kind, "department, contractor, vendor, provider or client."),
            Field("name", .symbol, \.name, "The name in full."),
            Field("under", .mention, \.under, "The party that it works for or belongs to."),
            Field("record_address", .examples("it-records@vostok.example"), \.recordAddress, "Where its copy of what was said goes."),
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
            Field("id", .name, required: true, \.id, "A short name."),
            Field("name", .symbol, \.name, "The person's name."),
            Field("party", .mention, required: true, \.party, "The party that the person speaks for."),
            Field("email", .symbol, \.email, "The e-mail address."),
            Field("phone", .examples("+7 495 000-00-00"), \.phone, "The telephone number, in quotes."),
            Field("reach", .hours, \.reach, "When the person can be reached."),
            Field("deputy", .mention, \.deputy, "Who answers in the person's absence."),
            Field("keys", .symbols, replacing: \.keys, "Public keys with which the person signs."),
            Field(
                "authority", .oneOrMany(of: .shape(AuthorityDraft.shape).faultless), replacing: \.authority,
                "What the person may decide; none where nothing is written."),
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
            Field("over", .selector, required: true, \.over, "Over which objects."),
            Field("may", .actions, required: true, "Which verbs of orders, `any` for all of them, or people, overrule, policy, release.") {
                $0.may = $1
            },
            Field("until", .moment, \.until, "Until when; a day counts to its end."),
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
            Field("id", .name, required: true, \.id, "Its number."),
            Field("between", .oneOrMany(of: .mention), replacing: \.between, "The parties."),
            Field("covers", .selector, \.covers, "What work under it may touch."),
            Field("clause", .examples("4.2"), \.clause, "Where it says so."),
            Field("downtime", .period, \.downtime, "What it tolerates."),
            Field("standing", .oneOrMany(of: .shape(standing).faultless), replacing: \.standing, "What has been allowed once and for all."),
            Field(
                "resolves", .oneOrMany(of: .shape(resolver)), replacing: \.resolves, "Who decides when something goes wrong, in this order."
            ),
            Field("pays", .map(of: .mention), replacing: \.pays, "Who pays for what kind of fault."),
        ])

    private static let standing = Shape<Standing>(
        "standing", "What has been allowed once and for all.", start: { Standing(span: $0.span) },
        fields: [
            Field("by", .mention, required: true, \.by, "Who allowed it."),
            Field("may", .actions, required: true, "Which actions.") { $0.may = $1 },
            Field("into", .examples("known-empty"), \.into, "Into what kind of port."),
            Field("over", .selector, required: true, \.over, "Over which objects."),
            Field("until", .moment, \.until, "Until when; a day counts to its end."),
        ])

    private static let resolver = Shape<Resolver>(
        "resolver", "Who decides when something goes wrong.", start: { _ in Resolver() },
        fields: [
            Field("contact", .mention, required: true, \.contact, "The contact."),
            Field("within", .period, \.within, "How soon an answer comes."),
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
                Field("from", .selector, required: true, \.from, "Where it begins."),
                Field("to", .selector, required: true, \.to, "Where it ends."),
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
                Field("after", .period, \.after, "After how long."),
                Field("how", .symbol, required: true, \.how, "What it does."),
                Field("reversible", .boolean, \.isReversible, "True when that is undone by itself."),
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
            Field("id", .name, required: true, \.id, "A short name."),
            Field("name", .symbol, \.name, "What people call it."),
            Field("department", .mention, \.department, "The party to which it belongs."),
            Field("criticality", .choice, replacing: \.criticality, "low, normal, high or life-safety; normal where nothing is written."),
            Field("hours", .hours, \.hours, "When it is needed."),
            Field("downtime", .period, \.downtime, "What its owner tolerates."),
            Field("cost_per_hour", .integer(in: 0...Int.max), \.costPerHour, "What an hour without it costs, in the client's currency."),
            Field("paths", .list(of: .shape(Path.shape)), replacing: \.paths, "The ways that it needs."),
            Field("needs", .oneOrMany(of: .mention), replacing: \.needs, "The services without which it does not work."),
            Field("reacts", .shape(Reaction.shape), \.reacts, "What it does when it loses a way."),
            Field("tags", .symbols, replacing: \.tags, "Free words by which selectors find it."),
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
            Field("blackout", .shape(blackout), \.blackout, "No work in this time."),
            Field("allowed", .hours, \.allowed, "Work only in these hours."),
            Field("over", .selector, \.over, "Over which objects; over all where nothing is written."),
            Field("reason", .symbol, \.reason, "Why."),
        ])

    private static let blackout = Shape<Blackout>(
        "blackout", "A time without work.", start: { _ in Blackout() },
        fields: [
            Field("from", .moment, required: true, \.from, "Its beginning; a day counts from its start."),
            Field("to", .moment, required: true, \.to, "Its end; a day counts to its end."),
        ])
}
