import Foundation
import PackagePlugin

/// Puts the packs under the target's folder `Packs` into its binary, as texts.
///
/// The inputs are source files of the target, so that adding, changing, renaming and deleting a rule rebuilds it.
@main struct EmbedPacks: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let module = target.sourceModule else { return [] }
        let all = module.sourceFiles.map(\.url).filter { $0.pathExtension == "yaml" && $0.pathComponents.contains("Packs") }
        // A pack's tests stand beside it and are no part of the program. They are inputs all the same: a file that no rule of the
        // build takes up would be complained of.
        let files = all.filter { $0.deletingLastPathComponent().lastPathComponent != "tests" }.sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "ShippedFiles.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) files of packs", executable: try context.tool(named: "PackWriter").url,
                arguments: [output.path] + files.map(\.path), inputFiles: all, outputFiles: [output])
        ]
    }
}
