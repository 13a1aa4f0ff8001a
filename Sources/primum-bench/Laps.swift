import Glibc
import Seals

/// How long the parts of some work took, one after the other, in seconds of the processor.
///
/// Everything is done by one thread, so on an idle machine these are the clock's; on a busy one they still compare.
struct Laps {
    private(set) var parts: [(name: String, seconds: Double)] = []
    private var last = processorSeconds()

    /// Ends a part, which began where the last one ended.
    mutating func end(_ name: String) {
        let time = processorSeconds()
        parts.append((name, time - last))
        last = time
    }

    var total: Double { parts.reduce(0) { $0 + $1.seconds } }

    var json: JSON { .object(parts.map { JSON.Member($0.name, .seconds($0.seconds)) }) }
}

/// How long some work took.
func seconds(of work: () throws -> Void) rethrows -> Double {
    let start = processorSeconds()
    try work()
    return processorSeconds() - start
}

private func processorSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

extension JSON {
    /// Seconds to the tenth of a millisecond.
    static func seconds(_ seconds: Double) -> JSON { .number((seconds * 10_000).rounded() / 10_000) }

    /// A ratio to the hundredth.
    static func ratio(_ ratio: Double) -> JSON { .number((ratio * 100).rounded() / 100) }
}
