import Synchronization

/// The index of an inventory's names, made when it is first wanted and again when rows were added.
///
/// Copies of an inventory share it; it remembers for how many rows it was made, so a copy to which rows were added gets
/// an index of its own.
package final class NameCache: Sendable {
    private struct Stamp: Equatable {
        var counts: [Int]
    }

    private final class Made: Sendable {
        let stamp: Stamp
        let index: NameIndex

        init(stamp: Stamp, index: NameIndex) {
            self.stamp = stamp
            self.index = index
        }
    }

    private let made = Mutex<Made?>(nil)

    init() {}

    /// The index for an inventory as it stands.
    func index(of inventory: Inventory) -> NameIndex {
        let stamp = Self.stamp(of: inventory)
        if let known = made.withLock({ $0 }), known.stamp == stamp { return known.index }
        let index = NameIndex(inventory)
        keep(index, stamp)
        return index
    }

    /// Keeps an index that the reader made.
    func keep(_ index: NameIndex, of inventory: Inventory) {
        keep(index, Self.stamp(of: inventory))
    }

    private func keep(_ index: NameIndex, _ stamp: Stamp) {
        let fresh = Made(stamp: stamp, index: index)
        made.withLock { $0 = fresh }
    }

    private static func stamp(of inventory: Inventory) -> Stamp {
        Stamp(counts: [
            inventory.parties.count, inventory.contacts.count, inventory.services.count, inventory.sites.count,
            inventory.locations.count, inventory.racks.count, inventory.devices.count, inventory.ports.count,
            inventory.cables.count, inventory.circuits.count, inventory.powerPanels.count,
        ])
    }
}
