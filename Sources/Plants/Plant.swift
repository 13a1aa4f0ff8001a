package import Inventories
package import Times

/// What is known of a client's plant at a moment.
package struct Plant: Sendable {
    package let inventory: Inventory
    package let now: Timestamp
    package let shelfLife: ShelfLife
}
