/// What an import did: what it found, what it wrote, what has no place.
package struct ImportReport: Sendable {
    /// One of NetBox's lists, by its path in the API.
    package struct List: Sendable {
        package let path: String
        /// Objects in the export, each counted once.
        package let objects: Int
        /// Objects that stand in the folder, as objects of their own or as words of others.
        package let imported: Int
        /// Objects that the folder does not hold: `objects` is `imported` and `unplaced` together.
        package let unplaced: Int
        /// Fields of imported objects that say something and have no place: how many objects have each.
        package let fields: [(name: String, count: Int)]
    }

    /// What happened to one object of the folder.
    package struct Change: Sendable, Equatable {
        /// What the newer export did to the object, and where a person's words won over it.
        package enum Kind: Sendable, Equatable {
            case added
            /// A field has another value; nil where it was absent, or is.
            case changed(field: String, from: String?, to: String?)
            /// A field that a person wrote differently, and that was kept.
            case keptByHand(field: String, folder: String, netbox: String)
            /// No longer in the export, and removed.
            case removed
            /// No longer in the export, but somebody wrote in it: kept.
            case keptGone
        }

        package let origin: String
        package let name: String
        /// The list in which it stands, such as `devices`.
        package let section: String
        package let kind: Kind
    }

    package var lists: [List] = []
    package var changes: [Change] = []
    /// Texts in which no list of NetBox was found.
    package var skipped: [String] = []
    /// True when the imported facts have a day and a person behind them.
    package var isVouched = false
    package var hasOwners = false

    /// How many changes are of a kind.
    package func count(_ matches: (Change.Kind) -> Bool) -> Int {
        changes.count { matches($0.kind) }
    }
}
