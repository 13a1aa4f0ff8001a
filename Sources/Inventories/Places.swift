package import Diagnostics

/// A part of the world with sites in it.
package struct Region: Sendable {
    package var name: Symbol
    package var parent: Ref<Region>?
    package var description: Symbol?
    package var origin: Symbol?
}

/// A place with an address: a building, a campus.
package struct Site: Sendable {
    package var name: Symbol
    package var region: Symbol?
    package var owner: Ref<Party>?
    package var tags: [Symbol]
    package var origin: Symbol?
}

/// A part of a site: a building, a floor; `kind: room` makes it a room.
package struct Location: Sendable {
    package var name: Symbol
    package var site: Ref<Site>
    package var parent: Ref<Location>?
    package var isRoom: Bool
    package var owner: Ref<Party>?
    package var tags: [Symbol]
    package var origin: Symbol?
}

/// A rack or cabinet with its units.
package struct Rack: Sendable {
    /// Units that are kept for somebody.
    package struct Reservation: Sendable {
        package var units: [Int]
        package var party: Ref<Party>?
        package var text: Symbol
    }

    package var name: Symbol
    package var site: Ref<Site>
    package var location: Ref<Location>?
    /// Units, 42 where nothing is written.
    package var height: Int
    /// The number of the lowest unit, 1 where nothing is written.
    package var startingUnit: Int
    /// True when units are numbered from the top.
    package var descendingUnits: Bool
    package var owner: Ref<Party>?
    package var tenant: Ref<Party>?
    package var status: Symbol?
    package var reservations: [Reservation]
    package var tags: [Symbol]
    package var origin: Symbol?
}

/// The face of a rack on which a device is mounted.
package enum RackFace: String, CaseIterable, Sendable, BitwiseCopyable {
    case front, rear
}
