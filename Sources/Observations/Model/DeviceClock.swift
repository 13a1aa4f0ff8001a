import Times

/// Moments as devices print them, in the words of their own clock and without a zone: read as UTC.
///
/// A clock may be hours off by its zone, which is nothing beside the days that matter; a clock that was never set is told by its year.
enum DeviceClock {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Reads `2016-02-09 13:37:59 UTC`, `jul/09/2023 07:18:33` and `08:07:10  Mon Feb 14 2022`; nil for anything else.
    static func moment(_ written: some StringProtocol) -> Timestamp? {
        let words = asciiLowercased(String(decoding: written.utf8.prefix(64), as: UTF8.self)).split(separator: " ").map(String.init)
        guard let clock = words.first(where: { $0.contains(":") }), let time = clockSeconds(clock) else { return nil }
        guard let date = date(words) else { return nil }
        return Timestamp(startOf: date) + Period(seconds: time)
    }

    private static func date(_ words: [String]) -> CivilDate? {
        for (index, word) in words.enumerated() {
            if let date = CivilDate(iso8601: word) { return date }
            let parts = word.split(separator: "/")
            if parts.count == 3, let month = month(parts[0]), let day = Int(parts[1]), let year = Int(parts[2]) {
                return valid(year, month, day)
            }
            if index + 2 < words.count, let month = month(word), let day = Int(words[index + 1]), let year = Int(words[index + 2]) {
                return valid(year, month, day)
            }
        }
        return nil
    }

    private static func month(_ word: some StringProtocol) -> Int? {
        months.firstIndex(of: String(word)).map { $0 + 1 }
    }

    private static func valid(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
        let date = CivilDate(year: year, month: month, day: day)
        return (1...9_999).contains(year) && date.isValid ? date : nil
    }

    private static func clockSeconds(_ clock: String) -> Int64? {
        let parts = clock.split(separator: ":").map { Int64($0.prefix { $0 != "." }) }
        guard parts.count == 3, let hours = parts[0], let minutes = parts[1], let seconds = parts[2], (0..<24).contains(hours),
            (0..<60).contains(minutes), (0..<61).contains(seconds)
        else { return nil }
        return hours * 3_600 + minutes * 60 + seconds
    }
}
