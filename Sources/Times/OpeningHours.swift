/// The hours of a week, as OpenStreetMap's `opening_hours` writes them: `24/7`, `Mo-Fr 08:00-20:00`,
/// `Mo-Su 00:00-06:00; Sa off`.
///
/// Hours belong to the day on which they begin: `Fr 22:00-04:00; Sa off` leaves the night from Friday to Saturday whole.
/// They are clock time: in a gap and in an overlap of the clock `TimeZoneRules.moment(showing:)` decides.
package struct OpeningHours: Hashable, Sendable {
    /// A stretch of the week in minutes after Monday 00:00; the end may lie in the next week.
    struct Span: Hashable, Sendable {
        var start: Int
        var end: Int
    }

    static let week = 7 * 24 * 60
    static let day = 24 * 60

    /// What was written.
    package let text: String
    /// Ascending by start, never two that overlap or touch, also not across the end of the week.
    let spans: [Span]

    init(text: String, spans: [Span]) {
        self.text = text
        self.spans = spans
    }

    /// Every hour of every day.
    package static let always = OpeningHours(text: "24/7", spans: [Span(start: 0, end: week)])

    /// True when no minute of the week is left out.
    package var isAlways: Bool {
        spans.contains { $0.end - $0.start >= Self.week }
    }

    /// True when no minute of the week is open.
    package var isNever: Bool { spans.isEmpty }

    /// True when it is open at a moment by the clock of a zone.
    package func contains(_ moment: Timestamp, in zone: TimeZoneRules) -> Bool {
        let second = Interval(from: moment, to: moment + Period(seconds: 1))
        return intervals(in: second, zone: zone).first?.contains(moment) ?? false
    }

    /// The open parts of a window, ascending, none of which overlap or touch.
    ///
    /// - Complexity: linear in the days of the window, except for `24/7`.
    package func intervals(in window: Interval, zone: TimeZoneRules) -> [Interval] {
        guard !window.isEmpty, !spans.isEmpty else { return [] }
        if isAlways { return [window] }
        // A span may have begun in the week before, and zones differ from UTC by up to a day and two hours.
        let first = zone.date(at: window.from).daysSinceEpoch - 9
        let last = zone.date(at: window.to).daysSinceEpoch + 1
        var open: [Interval] = []
        for day in first...last {
            let date = CivilDate(daysSinceEpoch: day)
            let offset = (date.weekday - 1) * Self.day
            for span in spans where span.start / Self.day == date.weekday - 1 {
                let (from, to) = (moment(day, span.start - offset, zone), moment(day, span.end - offset, zone))
                guard from < to, let part = Interval(from: from, to: to).overlap(with: window) else { continue }
                open.append(part)
            }
        }
        return Self.union(open)
    }

    /// True when the whole of a window is open.
    package func covers(_ window: Interval, in zone: TimeZoneRules) -> Bool {
        intervals(in: window, zone: zone) == [window]
    }

    /// The closed parts of a window, ascending.
    package func gaps(in window: Interval, zone: TimeZoneRules) -> [Interval] {
        var gaps: [Interval] = []
        var reached = window.from
        for open in intervals(in: window, zone: zone) {
            if reached < open.from { gaps.append(Interval(from: reached, to: open.from)) }
            reached = open.to
        }
        if reached < window.to { gaps.append(Interval(from: reached, to: window.to)) }
        return gaps
    }

    /// The first open moment at or after a moment; nil where nothing is ever open.
    package func nextOpening(from moment: Timestamp, in zone: TimeZoneRules) -> Timestamp? {
        // Nine days hold a whole week of local days; the rest is for a week whose only opening falls into a gap.
        for days in [Int64(9), 18] {
            let window = Interval(from: moment, to: moment + .days(days))
            if let first = intervals(in: window, zone: zone).first { return first.from }
        }
        return nil
    }

    /// The moment that is minutes after the start of a local day by the clock.
    private func moment(_ day: Int64, _ minutes: Int, _ zone: TimeZoneRules) -> Timestamp {
        let date = CivilDate(daysSinceEpoch: day + Int64(minutes / Self.day))
        let rest = minutes % Self.day
        return zone.moment(showing: CivilTime(date: date, hour: rest / 60, minute: rest % 60))
    }

    private static func union(_ intervals: [Interval]) -> [Interval] {
        var merged: [Interval] = []
        for next in intervals.sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
            if let last = merged.last, next.from <= last.to {
                merged[merged.count - 1] = Interval(from: last.from, to: max(last.to, next.to))
            } else {
                merged.append(next)
            }
        }
        return merged
    }
}
