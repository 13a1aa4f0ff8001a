import Diagnostics
import Inventories
import Plants

/// How a port stands, as a picture shows it.
enum PortState: Sendable {
    /// A cord whose other end is freshly known.
    case joined
    /// A cord on record whose evidence has expired.
    case stale
    /// A cord is in it, and nobody knows where it goes.
    case unknownEnd
    /// Freshly known to hold none.
    case empty
    /// Nobody looked, or too long ago.
    case unseen
    case conflicting

    /// The sign, one column wide; shapes and not colours tell them apart.
    var sign: String {
        switch self {
        case .joined: "●"
        case .stale: "◐"
        case .unknownEnd: "?"
        case .empty: "○"
        case .unseen: "·"
        case .conflicting: "!"
        }
    }

    var tone: Tone {
        switch self {
        case .joined: .plain
        case .stale, .unseen: .caution
        case .unknownEnd, .conflicting: .danger
        case .empty: .good
        }
    }

    /// As documents hold it.
    var word: String {
        switch self {
        case .joined: "joined"
        case .stale: "expired"
        case .unknownEnd: "unknown-end"
        case .empty: "empty"
        case .unseen: "unseen"
        case .conflicting: "conflicting"
        }
    }

    static let all: [PortState] = [.joined, .stale, .unknownEnd, .empty, .unseen, .conflicting]
}

extension Plant {
    func state(of port: Ref<Port>) -> PortState {
        let occupancy = occupancy(of: port)
        let cables = cables(in: port).filter { inventory.cables[$0].status != .planned }
        if occupancy.isConflicting || isContested(port) { return .conflicting }
        guard let cable = cables.first else {
            return occupancy.value == true ? .unknownEnd : occupancy.isKnown ? .empty : .unseen
        }
        guard !peers(of: port, over: cable).isEmpty else { return .unknownEnd }
        return exists(cable).isKnown ? .joined : .stale
    }

    /// The ports at the other side of a cable.
    func peers(of port: Ref<Port>, over cable: Ref<Cable>) -> [Ref<Port>] {
        let ends = inventory.cableEnds[inventory.cables[cable].ends]
        guard let own = ends.first(where: { $0.port == port })?.side else { return [] }
        return ends.filter { $0.side != own }.compactMap(\.port)
    }
}

extension PortState {
    /// What the legend says.
    var phrase: Phrase {
        switch self {
        case .joined: Phrase(en: "other end known", ru: "другой конец известен")
        case .stale: Phrase(en: "on record, expired", ru: "записано, но устарело")
        case .unknownEnd: Phrase(en: "holds a cord, nobody knows where it goes", ru: "шнур есть, куда идёт — неизвестно")
        case .empty: Phrase(en: "known to be empty", ru: "заведомо свободен")
        case .unseen: Phrase(en: "nobody looked", ru: "никто не смотрел")
        case .conflicting: Phrase(en: "the records contradict each other", ru: "записи противоречат друг другу")
        }
    }
}
