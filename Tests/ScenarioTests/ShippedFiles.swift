import Diagnostics
import Foundation
import Inventories

/// Files as they lie in the package; paths begin at its root.
enum ShippedFiles {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> SourceText {
        SourceText(name: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
    }

    /// The names of a folder's files with an ending, in their order.
    static func names(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).filter { $0.hasSuffix(ending) }.sorted()
    }
}

/// The texts of a client folder, as the command line would hand them to the reader.
struct ClientTexts: Sendable {
    /// `client.yaml` first, then `policy.yaml` where there is one, then the inventory in the order of its names.
    var texts: [SourceText]
    var deviceTypes: [String: SourceText] = [:]

    init(_ texts: [SourceText]) {
        self.texts = texts
    }

    /// A client folder of the package.
    init(shippedIn folder: String) throws {
        texts = [try ShippedFiles.text("\(folder)/client.yaml")]
        if let policy = try? ShippedFiles.text("\(folder)/policy.yaml") { texts.append(policy) }
        for name in try ShippedFiles.names(in: "\(folder)/inventory", ending: ".yaml") {
            texts.append(try ShippedFiles.text("\(folder)/inventory/\(name)"))
        }
    }

    var folder: ClientFolder {
        ClientFolder.read(texts) { deviceTypes[$0] }
    }
}
