import ChangeOrders
import Diagnostics
import Times

/// When each step begins and ends: one after the other in their windows, as far as the steps say how long they take.
struct Schedule {
    struct Slot {
        /// The place of the window in the order.
        var window: Int?
        var starts: Timestamp?
        var ends: Timestamp?
    }

    private(set) var slots: [Slot] = []
    private let takes: [Period?]

    /// A step that names no window is in that of the step before it, or in the next one when it does not fit there any more.
    init(_ order: ChangeOrder) {
        takes = order.steps.map(\.takes)
        let windows = order.windows
        var reached: [Timestamp?] = windows.map(\.from)
        var current = 0
        for step in order.steps {
            if let named = step.window.flatMap({ name in windows.firstIndex { $0.id == name } }) {
                current = named
            } else if current + 1 < windows.count, let takes = step.takes, let from = reached[current], from + takes > windows[current].to {
                current += 1
            }
            guard current < windows.count else {
                slots.append(Slot())
                continue
            }
            let starts = reached[current]
            let ends = starts.flatMap { start in step.takes.map { start + $0 } }
            reached[current] = ends
            slots.append(Slot(window: current, starts: starts, ends: ends))
        }
    }

    /// From the start of one step to the end of another, where times are known; by the steps' lengths alone without windows.
    func time(fromStartOf first: Int, toEndOf last: Int) -> Period? {
        if let start = slots[first].starts, let end = slots[last].ends { return end - start }
        guard slots[first...last].allSatisfy({ $0.window == slots[first].window }) else { return nil }
        return Self.sum(takes[first...last])
    }

    /// The sum of lengths; nil when one is not known.
    static func sum(_ periods: some Collection<Period?>) -> Period? {
        var sum = Period.zero
        for period in periods {
            guard let period else { return nil }
            sum = sum + period
        }
        return sum
    }
}
