import Glibc
import Seals

/// What some work took, in seconds: of all processors together, and of the clock.
///
/// Where one thread does everything and the machine is idle, both are the same; large files are read by several.
struct Spent {
    var processor = Double.infinity
    var elapsed = Double.infinity

    /// What has passed since some moment.
    static var sinceStart: Spent {
        Spent(processor: seconds(of: CLOCK_PROCESS_CPUTIME_ID), elapsed: seconds(of: CLOCK_MONOTONIC))
    }

    static func - (left: Spent, right: Spent) -> Spent {
        Spent(processor: left.processor - right.processor, elapsed: left.elapsed - right.elapsed)
    }

    /// Keeps the smaller of each.
    mutating func keepBest(of other: Spent) {
        processor = min(processor, other.processor)
        elapsed = min(elapsed, other.elapsed)
    }

    private static func seconds(of clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// What some work took.
func spent(on work: () throws -> Void) rethrows -> Spent {
    let start = Spent.sinceStart
    try work()
    return Spent.sinceStart - start
}

/// What the parts of some work took, one after the other.
struct Laps {
    private(set) var parts: [(name: String, spent: Spent)] = []
    private var last = Spent.sinceStart

    /// Ends a part, which began where the last one ended.
    mutating func end(_ name: String) {
        let now = Spent.sinceStart
        parts.append((name, now - last))
        last = now
    }

    var total: Spent {
        Spent(processor: parts.reduce(0) { $0 + $1.spent.processor }, elapsed: parts.reduce(0) { $0 + $1.spent.elapsed })
    }

    /// The seconds of each part by one of the two measures.
    func json(_ measure: KeyPath<Spent, Double>) -> JSON {
        .object(parts.map { JSON.Member($0.name, .seconds($0.spent[keyPath: measure])) })
    }
}

extension JSON {
    /// Seconds to the tenth of a millisecond.
    static func seconds(_ seconds: Double) -> JSON { .number((seconds * 10_000).rounded() / 10_000) }

    /// A ratio to the hundredth.
    static func ratio(_ ratio: Double) -> JSON { .number((ratio * 100).rounded() / 100) }
}
