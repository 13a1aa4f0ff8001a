import Diagnostics
import Foundation
import Imports
import Inventories
import Times

/// The demo data of NetBox after an import into a folder in which people had written their `client.yaml`.
enum NetBoxDemo {
    /// `../shared/netbox-demo`, or the folder that `NETBOX_DEMO` names.
    private static var export: URL {
        let named = ProcessInfo.processInfo.environment["NETBOX_DEMO"]
        return named.map { URL(filePath: $0) } ?? ShippedFiles.root.appending(path: "../shared/netbox-demo")
    }

    static let client = Result { try imported() }

    private static func imported() throws -> ClientTexts {
        let names = try FileManager.default.contentsOfDirectory(atPath: export.path).filter { $0.hasSuffix(".json") }.sorted()
        let lists = try names.map { SourceText(name: $0, bytes: Array(try Data(contentsOf: export.appending(path: $0)))) }
        let written = try ShippedFiles.text("Tests/ScenarioTests/NetBoxDemo/client.yaml")
        let result = NetBoxImport.run(
            exports: lists, folder: [(path: "client.yaml", text: written)],
            options: ImportOptions(
                client: "demo", asOf: CivilDate(year: 2026, month: 11, day: 1), vouchedBy: "campus-duty", ownerFrom: .tenant))
        let texts = result.texts.filter { $0.path == "client.yaml" || $0.path.hasPrefix("inventory/") }
        let client = texts.first { $0.path == "client.yaml" }.map { SourceText(name: $0.path, $0.text) } ?? written
        return ClientTexts([client] + texts.filter { $0.path != "client.yaml" }.map { SourceText(name: $0.path, $0.text) })
    }

    static func read(_ order: String) throws -> ReadCase {
        ReadCase(try client.get(), order: try ShippedFiles.text("Tests/ScenarioTests/NetBoxDemo/\(order).yaml"))
    }
}
