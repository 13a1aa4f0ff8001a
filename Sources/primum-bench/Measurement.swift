import CLibYAML
import Diagnostics
import Glibc
import Inventories
import LocatedYAML
import Seals

/// What is measured of a folder: each figure the best of several, interleaved so that all see the same machine.
struct Measurement {
    private let folder: BenchFolder
    private let story: Story
    private let times: Int

    init(_ folder: BenchFolder, _ story: Story, times: Int) {
        self.folder = folder
        self.story = story
        self.times = times
    }

    /// All figures, and the ratios for which there are targets.
    func figures(about: JSON?) throws -> JSON {
        let texts = try folder.texts()
        var (loop, reader, read, whole) = (Spent(), Spent(), Spent(), Spent())
        var check: TimedCheck?
        for _ in 0..<times {
            loop.keepBest(of: spent { Self.loopBare(over: texts) })
            reader.keepBest(of: spent { Self.parse(texts) })
            read.keepBest(of: spent { _ = ClientFolder.read(texts) { _ in nil } })
            let one = try TimedCheck(folder)
            whole.keepBest(of: one.laps.total)
            if one.laps.total.processor < check?.laps.total.processor ?? .infinity { check = one }
        }
        let parts: [(String, Spent)] = [("yaml_reader", reader), ("folder_read", read), ("check", whole)]
        let story = try story.figures(times: times)
        return .object(leavingOutNil: [
            "folder": .string(folder.path), "made_up": about, "times": JSON(times), "counts": check!.counts,
            "processor_seconds": Self.seconds([("bare_loop", loop)] + parts, \.processor),
            "elapsed_seconds": Self.seconds([("bare_loop", loop)] + parts, \.elapsed),
            "check_laps": check!.laps.json(\.processor),
            "ratios_to_bare_loop": .object(
                parts.flatMap { name, spent in
                    [
                        JSON.Member("\(name)_processor", .ratio(spent.processor / loop.processor)),
                        JSON.Member("\(name)_elapsed", .ratio(spent.elapsed / loop.elapsed)),
                    ]
                }),
            "check_peak_megabytes": peakOfOwnProcess(), "story": story,
        ])
    }

    private static func seconds(_ parts: [(name: String, spent: Spent)], _ measure: KeyPath<Spent, Double>) -> JSON {
        .object(parts.map { JSON.Member($0.name, .seconds($0.spent[keyPath: measure])) })
    }

    /// The peak of one check in a process of its own; nil where that cannot be started.
    private func peakOfOwnProcess() -> JSON? {
        let order = folder.order.map { ["--order", $0] } ?? []
        guard let child = try? ChildProcess(ownPath(), ["check", folder.path] + order), child.status == 0 else { return nil }
        let line = child.output.split(separator: "\n").first { $0.contains("peak_megabytes") }
        return line?.split { !$0.isNumber }.first.flatMap { Int($0) }.map { JSON($0) }
    }

    private static func loopBare(over texts: [SourceText]) {
        for text in texts {
            let count = unsafe text.bytes.withUnsafeBufferPointer { unsafe primum_yaml_bare_loop($0.baseAddress, $0.count) }
            precondition(count >= 0, "the bare event loop failed on `\(text.name)`")
        }
    }

    private static func parse(_ texts: [SourceText]) {
        for (number, text) in texts.enumerated() {
            var log = DiagnosticLog()
            let tree = NodeTree.parse(text, file: FileID(index: UInt32(number)), log: &log)
            precondition(tree.isComplete, "`\(text.name)` was not read to its end")
        }
    }
}
