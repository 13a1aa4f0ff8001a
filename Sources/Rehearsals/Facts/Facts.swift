package import Diagnostics
package import Inventories
package import Times

/// What the rehearsal of an order found: the only thing that rules see (`primum.facts/1`).
///
/// Facts are flat tables of rows whose fields are trivially copyable, so that rules read them in place. A field of a row is
/// a symbol, a whole number, a truth value, a moment, a period, a reference to a row (`Ref`), or a list of references
/// (`Refs`) in `pool`. The field tables of the module Policies give each field its name, type and documentation in the
/// language of rules, in JSON and in the schema.
///
/// The facts hold the vicinity of the order: all that any step touches, everything in those racks, every service that the
/// order can reach, and the ways that these lean on.
package struct Facts: Sendable {
    package var client = Symbol.empty
    package var now = Timestamp(seconds: 0)
    /// The first moment at which knowledge expires that the facts rest on; nil when they rest on none that expires.
    package var goodUntil: Timestamp?
    package var order = OrderFact()

    package var steps: [StepFact] = []
    package var targets: [TargetFact] = []
    package var touches: [TouchFact] = []
    package var links: [LinkFact] = []
    package var ports: [PortFact] = []
    package var cables: [CableFact] = []
    package var devices: [DeviceFact] = []
    package var racks: [RackFact] = []
    package var rooms: [RoomFact] = []
    package var supplies: [SupplyFact] = []
    package var feeds: [FeedFact] = []
    package var services: [ServiceFact] = []
    package var impacts: [ImpactFact] = []
    package var people: [PersonFact] = []
    package var parties: [PartyFact] = []
    package var contracts: [ContractFact] = []
    package var statements: [StatementFact] = []
    package var wishes: [WishFact] = []
    package var windows: [WindowFact] = []
    package var calendar: [CalendarFact] = []
    package var demands: [DemandFact] = []
    package var alternatives: [AlternativeFact] = []
    package var connections: [ConnectionFact] = []
    package var obstacles: [ObstacleFact] = []
    package var undos: [UndoFact] = []
    package var observations: [ObservationFact] = []
    package var holds: [HoldFact] = []
    package var gaps: [GapFact] = []
    package var evidence: [EvidenceFact] = []

    package var knownPorts: [KnownFact<Ref<PortFact>>] = []
    package var knownParties: [KnownFact<Ref<PartyFact>>] = []
    package var knownTruths: [KnownFact<Bool>] = []
    package var knownTexts: [KnownFact<Symbol>] = []
    package var knownNumbers: [KnownFact<Int64>] = []
    package var knownCables: [KnownFact<Refs<CableFact>>] = []

    /// The elements of all lists: row numbers, or the numbers of symbols.
    package var pool: [UInt32] = []

    /// Where each step is written, and its target, parallel to `steps`.
    package var stepPlaces: [StepPlace] = []

    /// Where a step is written, and where its target.
    package struct StepPlace: Sendable {
        package var step: Span?
        package var target: Span?

        package init(step: Span?, target: Span?) {
            self.step = step
            self.target = target
        }
    }

    package init() {}
}

/// A list of rows of one kind, or of symbols: a stretch of `Facts.pool`.
package struct Refs<Row>: Hashable, Sendable, BitwiseCopyable {
    package var start: UInt32
    package var count: UInt32

    package init() {
        start = 0
        count = 0
    }

    /// A stretch of the pool.
    package init(start: Int, count: Int) {
        self.start = UInt32(start)
        self.count = UInt32(count)
    }

    /// True for a list of nothing.
    package var isEmpty: Bool { count == 0 }
}

extension Facts {
    /// Puts a list into the pool.
    package mutating func list<Row>(_ refs: some Sequence<Ref<Row>>) -> Refs<Row> {
        let start = pool.count
        pool.append(contentsOf: refs.map(\.index))
        return Refs(start: start, count: pool.count - start)
    }

    /// Puts a list of texts into the pool.
    package mutating func list(_ texts: some Sequence<Symbol>) -> Refs<Symbol> {
        let start = pool.count
        pool.append(contentsOf: texts.map(\.id))
        return Refs(start: start, count: pool.count - start)
    }

    /// The rows of a list.
    package subscript<Row>(list: Refs<Row>) -> some RandomAccessCollection<Ref<Row>> {
        pool[Int(list.start)..<Int(list.start + list.count)].lazy.map { Ref<Row>(Int($0)) }
    }
}

/// One fact with what stands behind it (decisions.md: *known* means one value, fresh, unopposed).
package struct KnownFact<Value: BitwiseCopyable & Sendable>: Sendable, BitwiseCopyable {
    package var known = false
    package var fresh = false
    package var conflicting = false
    /// Kept when expired; nil when absent or conflicting.
    package var value: Value?
    /// Only when conflicting.
    package var alternatives = Refs<Value>()
    package var evidence = Refs<EvidenceFact>()
    package var until: Timestamp?

    package init() {}

    /// A fact that is known, as examples write it.
    package init(known value: Value) {
        known = true
        fresh = true
        self.value = value
    }
}

/// Source, moment and person behind a fact, and until when it holds.
package struct EvidenceFact: Sendable, BitwiseCopyable {
    package var source = Symbol.empty
    package var seen: Timestamp?
    package var by = Symbol.empty
    package var until: Timestamp?

    package init() {}
}

/// Silence that matters: what is not on record, not modelled, not read.
package struct GapFact: Sendable, BitwiseCopyable {
    /// Such as `no-owner`, `no-draw`, `no-config`, `no-services`, `unexplained`, `not-modelled`.
    package var kind = Symbol.empty
    /// The object, in the user's words.
    package var what = Symbol.empty
    /// What follows from it, in English and Russian.
    package var why = Symbol.empty
    package var whyRussian = Symbol.empty

    package init() {}
}
