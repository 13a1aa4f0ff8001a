package import Diagnostics
package import LocatedYAML

/// What was read of a client's folder: the inventory as far as it could be read, all texts, and all that was wrong.
package struct ClientFolder: Sendable {
    package var inventory: Inventory
    package var texts: SourceTexts
    package var log: DiagnosticLog
    /// `policy.yaml`, which the policy engine reads; nil when the client has none.
    package var policy: NodeTree?
    /// False when `client.yaml` itself could not be read: then nothing can be said at all.
    package var isReadable: Bool

    /// Reads a client folder from its texts, in the order given.
    ///
    /// - Parameters:
    ///   - texts: `client.yaml`, `policy.yaml` and `inventory/*.yaml`, named by their paths inside the folder's display path.
    ///   - deviceType: the text of a device type by its slug (`cisco/ws-c2960x-24ts-l`), from the folder's `device-types/` or a library;
    ///     nil when there is none.
    package static func read(_ texts: [SourceText], deviceType: (String) -> SourceText?) -> ClientFolder {
        preconditionFailure("the reader is not linked")
    }
}
