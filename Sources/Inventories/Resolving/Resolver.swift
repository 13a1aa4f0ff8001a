import Diagnostics
import LocatedYAML
import Times

/// Turns what was written into what is meant: names become rows, and what cannot be used is reported and left out.
///
/// The order of work: parties and people, places, types, devices with their ports, lines and power, cables, and last all
/// that speaks about objects (services, contracts, surveys, statements).
struct Resolver {
    /// A document of an inventory file with the evidence of its facts.
    struct Document {
        var draft: InventoryDraft
        var evidence: Ref<Evidence>?
    }

    var inventory: Inventory
    var index = NameIndex()
    var log = DiagnosticLog()
    var documents: [Document] = []
    var texts: SourceTexts
    let library: Library
    /// Names whose objects were dropped after a fault: what refers to them is left out without another fault.
    var dropped: Set<DroppedName> = []
    /// Devices whose type is not known, so that their ports are not either.
    var incompleteDevices: Set<Ref<Device>> = []
    private var evidenceRows: [Evidence: Ref<Evidence>] = [:]
    private var rangeNames: [Symbol: [Symbol]] = [:]
    var listsSites = false
    var listsLocations = false
    var knownTypes: [Symbol: KnownType?] = [:]
    var inlineTypes: [Symbol: DeviceTypeDraft] = [:]
    var moduleTypes: [Symbol: DeviceTypeDraft] = [:]
    /// Rows by names that only the resolver looks up.
    var regionRows = NameMap()
    var groupRows = NameMap()
    var virtualChassisRows = NameMap()
    /// The module in each bay.
    var moduleRows: [ModuleSlot: Int] = [:]
    /// Modules that are written apart from their device.
    var modulesApart: [Ref<Device>: [ModuleDraft]] = [:]
    /// Ports of the device at hand that come from its type, so that the device may say more about them.
    var typePorts: Set<Int> = []
    var tracksTypePorts = false
    /// Ports that were seen to hold no cord.
    var emptyPorts: [Int: (evidence: Ref<Evidence>?, span: Span)] = [:]

    /// A bay of a device, or of a module in it.
    struct ModuleSlot: Hashable {
        var device: Ref<Device>
        var parent: Ref<Module>?
        var bay: Symbol
    }

    struct DroppedName: Hashable {
        var kind: NamedThing
        var name: Symbol
    }

    init(client: Client, texts: SourceTexts, library: Library) {
        inventory = Inventory(client: client)
        self.texts = texts
        self.library = library
    }

    /// Reports something that could not be used; a check over the folder is then at best inconclusive.
    mutating func report(_ diagnostic: Diagnostic) {
        log.add(diagnostic)
        // When a thousand faults are printed, nobody reads suggestions for the rest, and they are dear.
        if log.count >= DiagnosticLog.limit { index.suggests = false }
    }

    mutating func drop(_ kind: NamedThing, _ name: Symbol) {
        dropped.insert(DroppedName(kind: kind, name: name))
    }

    /// The row of a name, or nil after a report; silent for names whose objects were dropped after a fault.
    mutating func found<Found>(_ kind: NamedThing, _ mention: Mention, _ resolution: Resolution<Found>) -> Found? {
        if let found = resolution.value { return found }
        if !dropped.contains(DroppedName(kind: kind, name: mention.value)) {
            report(.unresolved(kind, mention.value.text, resolution, at: mention.span))
        }
        return nil
    }
}

// MARK: - Names

extension Resolver {
    mutating func party(_ mention: Mention?) -> Ref<Party>? {
        guard let mention else { return nil }
        if let row = index.parties.only(mention.value) { return Ref(row) }
        let near = index.near(inventory.parties.rows.lazy.map(\.id.text), mention.value.text)
        return found(.party, mention, .unrecorded(suggestions: near))
    }

    mutating func contact(_ mention: Mention?) -> Ref<Contact>? {
        guard let mention else { return nil }
        if let row = index.contacts.only(mention.value) { return Ref(row) }
        let near = index.near(inventory.contacts.rows.lazy.map(\.id.text), mention.value.text)
        return found(.contact, mention, .unrecorded(suggestions: near))
    }

    mutating func service(_ mention: Mention) -> Ref<Service>? {
        if let row = index.services.only(mention.value) { return Ref(row) }
        let near = index.near(inventory.services.rows.lazy.map(\.id.text), mention.value.text)
        return found(.service, mention, .unrecorded(suggestions: near))
    }

    mutating func device(_ mention: Mention) -> Ref<Device>? {
        found(.device, mention, index.device(mention.value.text, in: inventory))
    }

    /// A selector with its names looked up; faults are reported.
    mutating func selector(_ draft: SelectorDraft?) -> Selector? {
        guard let draft else { return nil }
        let (selector, faults) = draft.resolved(in: inventory, by: index)
        for fault in faults { report(fault) }
        return selector
    }

    /// All names of a pattern; the pattern itself after a report when its range is none.
    mutating func names(of pattern: Mention) -> [Symbol] {
        do {
            return try names(of: pattern.value)
        } catch {
            report(Diagnostic("bad-range", .error, .badRange(error), at: pattern.span, help: [.rangeForm]))
            return [pattern.value]
        }
    }

    /// How many names a pattern stands for; one where its range is none, which is reported when the names are wanted.
    mutating func count(of pattern: Symbol) -> Int { (try? names(of: pattern).count) ?? 1 }

    private mutating func names(of pattern: Symbol) throws(NameRange.Fault) -> [Symbol] {
        if let known = rangeNames[pattern] { return known }
        let names = try NameRange.names(pattern.text).map { Symbol($0) }
        rangeNames[pattern] = names
        return names
    }

    /// False, after a report at both places, when a name is there already.
    mutating func isFirst<Row>(_ kind: NamedThing, _ mention: Mention, _ rows: [Int], in table: Table<Row>) -> Bool {
        guard let first = rows.first else { return true }
        report(.duplicate(kind, mention.value.text, at: mention.span, first: table.span(of: Ref(first))))
        return false
    }

    mutating func keep(_ remarks: Remarks, of object: ObjectRef) {
        if !remarks.isEmpty { inventory.remarks[object] = remarks }
    }
}

// MARK: - Evidence and moments

extension Resolver {
    /// The row of some evidence; equal evidence has one.
    mutating func row(_ evidence: Evidence, at span: Span? = nil) -> Ref<Evidence> {
        if let row = evidenceRows[evidence] { return row }
        let row = inventory.evidence.append(evidence, at: span)
        evidenceRows[evidence] = row
        return row
    }

    /// What a fact rests on: its own evidence, completed by what holds for the file.
    mutating func evidence(_ draft: EvidenceDraft?, else common: Ref<Evidence>?) -> Ref<Evidence>? {
        guard let draft, !draft.isEmpty else { return common }
        let base = common.map { inventory.evidence[$0] }
        let evidence = Evidence(
            source: draft.source ?? base?.source ?? .document, seen: draft.seen.map { moment($0) } ?? base?.seen,
            by: draft.by.map { witness($0) } ?? base?.by)
        return row(evidence)
    }

    func witness(_ name: Symbol) -> Witness {
        index.contacts.only(name).map { .contact(Ref($0)) } ?? .text(name)
    }

    /// A written moment; a bare day is its beginning in the client's time zone.
    func moment(_ written: WrittenMoment) -> Timestamp {
        guard written.precision == .day else { return written.moment }
        return inventory.client.timezone.startOfDay(day(of: written))
    }

    /// A written end; a bare day counts to its end.
    func end(_ written: WrittenMoment) -> Timestamp {
        guard written.precision == .day else { return written.moment }
        let next = CivilDate(daysSinceEpoch: day(of: written).daysSinceEpoch + 1)
        return inventory.client.timezone.startOfDay(next)
    }

    private func day(of written: WrittenMoment) -> CivilDate {
        CivilTime(written.moment).date
    }
}
