import Synchronization

/// The index of an inventory's names, made when it is first wanted and again when rows were added.
///
/// Copies of an inventory share it; it remembers for how many rows it was made, so a copy to which rows were added gets
/// an index of its own.
package final class NameCache: Sendable {
    /// How many rows there were of each kind that has names, in an array that costs no allocation.
    fileprivate typealias Stamp = InlineArray<11, Int>

    /// An index that was made, handed around by reference: it is too large to be copied for each name.
    final class Made: Sendable {
        fileprivate let stamp: Stamp
        private let held: NameIndex

        /// Lent, not copied.
        var index: NameIndex { _read { yield held } }

        fileprivate init(stamp: Stamp, index: NameIndex) {
            self.stamp = stamp
            held = index
        }
    }

    private let made = Mutex<Made?>(nil)

    init() {}

    /// The index for an inventory as it stands.
    func made(of inventory: borrowing Inventory) -> Made {
        let stamp = Self.stamp(of: inventory)
        if let known = made.withLock({ $0 }), Self.areEqual(known.stamp, stamp) { return known }
        return keep(NameIndex(inventory), stamp)
    }

    /// Keeps an index that the reader made.
    func keep(_ index: NameIndex, of inventory: borrowing Inventory) {
        keep(index, Self.stamp(of: inventory))
    }

    @discardableResult
    private func keep(_ index: NameIndex, _ stamp: Stamp) -> Made {
        let fresh = Made(stamp: stamp, index: index)
        made.withLock { $0 = fresh }
        return fresh
    }

    private static func areEqual(_ one: Stamp, _ other: Stamp) -> Bool {
        one.indices.allSatisfy { one[$0] == other[$0] }
    }

    private static func stamp(of inventory: borrowing Inventory) -> Stamp {
        [
            inventory.parties.count, inventory.contacts.count, inventory.services.count, inventory.sites.count,
            inventory.locations.count, inventory.racks.count, inventory.devices.count, inventory.ports.count,
            inventory.cables.count, inventory.circuits.count, inventory.powerPanels.count,
        ]
    }
}
