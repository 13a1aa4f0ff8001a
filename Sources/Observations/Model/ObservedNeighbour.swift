package import Diagnostics
package import Times

/// What a port heard from the other end, or from one of several boxes that are there.
package struct ObservedNeighbour: Hashable, Sendable {
    /// The port that heard it; nil where the text names none, until another capture of the device tells.
    package var localPort: Symbol?
    package var chassis: Identifier?
    package var port: Identifier?
    /// What people wrote about the port at the other end, which may name an old cable.
    package var portDescription: Symbol?
    package var systemName: Symbol?
    package var systemDescription: Symbol?
    package var platform: Symbol?
    package var managementAddresses: [Symbol] = []
    package var discovery: DiscoveryProtocol?
    /// How long the neighbour has been known.
    package var knownFor: Period?
    /// How long ago it was last heard.
    package var heardAgo: Period?
    /// For how long the entry is kept, or what is left of that, since the neighbour was last heard.
    package var timeToLive: Period?
    package var place: Span

    /// A neighbour of which only the place is known.
    package init(place: Span) {
        self.place = place
    }

    /// True where nothing tells who it is.
    package var isNameless: Bool {
        chassis == nil && port == nil && systemName == nil && portDescription == nil && managementAddresses.isEmpty
    }
}

/// The language in which boxes announce themselves.
package enum DiscoveryProtocol: String, Hashable, Sendable {
    case lldp, cdp, edp, fdp, mndp
}

extension ObservedNeighbour {
    /// Whether two entries of one port speak of one cable: the same port at the other end, or the same box under an old and a new name.
    ///
    /// A card's own agent and the system above it announce two boxes behind one port address. A bundle and its member, and CDP beside
    /// LLDP, announce one box twice.
    package func sharesCable(with other: ObservedNeighbour) -> Bool {
        if let mine = port?.address, mine == other.port?.address { return true }
        if let mine = chassis?.address, let theirs = other.chassis?.address { return mine == theirs }
        if let mine = systemName, let theirs = other.systemName { return asciiLowercased(mine.text) == asciiLowercased(theirs.text) }
        return chassis != nil && chassis == other.chassis
    }
}

extension [ObservedNeighbour] {
    /// The entries of one port, those of one cable together, in the order of their first ones.
    ///
    /// More than one group means that something stands in between.
    package var byCable: [[ObservedNeighbour]] {
        var groups: [[ObservedNeighbour]] = []
        for neighbour in self {
            if let index = groups.firstIndex(where: { group in group.contains { $0.sharesCable(with: neighbour) } }) {
                groups[index].append(neighbour)
            } else {
                groups.append([neighbour])
            }
        }
        return groups
    }
}
