import Diagnostics
import Synchronization

/// Names of which there are thousands, prepared for looking up what was probably meant.
///
/// A folder in which every cable names a device that is not there asks a thousand times among the same names.
final class PreparedNames: Sendable {
    private let made = Mutex<[NamedThing: (rowCount: Int, names: Suggestions)]>([:])

    init() {}

    /// The name of a kind that is nearest to a text; nil where none is near.
    ///
    /// - Parameter rowCount: how many rows of the kind there are; names are prepared again when rows were added.
    func nearest(_ kind: NamedThing, rowCount: Int, among names: some Sequence<String>, to text: String) -> String? {
        let known = made.withLock { $0[kind] }
        if let known, known.rowCount == rowCount { return known.names.nearest(to: text) }
        let fresh = Suggestions(names)
        made.withLock { $0[kind] = (rowCount, fresh) }
        return fresh.nearest(to: text)
    }
}
