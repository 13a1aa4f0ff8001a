import Diagnostics
import Foundation
import Testing

/// The stories of `Scenarios`, each played with the program as it was built.
///
/// With `PRIMUM_RECORD=1` a story that comes out otherwise is written anew, and the test fails all the same: look at what
/// was written, then run it again.
@Suite struct ShippedScenarioTests {
    static let names = (try? ShippedFiles.names(in: "Tests/ScenarioTests/Scenarios", ending: ".md")) ?? []

    @Test func `there are stories`() {
        #expect(!Self.names.isEmpty)
    }

    @Test(arguments: names)
    func `a story comes out as it is written`(name: String) throws {
        let path = "Tests/ScenarioTests/Scenarios/\(name)"
        let scenario = Scenario(String(decoding: try ShippedFiles.text(path).bytes, as: UTF8.self))
        let played = try ScenarioStage().play(scenario)
        if played != scenario, ProcessInfo.processInfo.environment["PRIMUM_RECORD"] == "1" {
            try Data(played.markdown.utf8).write(to: ShippedFiles.root.appending(path: path))
            Issue.record("\(name) is recorded anew")
        }
        for (came, written) in zip(played.exchanges, scenario.exchanges) {
            #expect(came.output.joined(separator: "\n") == written.output.joined(separator: "\n"), "$ \(written.command)")
        }
    }
}
