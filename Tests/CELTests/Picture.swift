import Diagnostics
import Testing

@testable import CEL

/// Expressions with their faults drawn below, as people see them.
enum Picture {
    /// The expression with what is wrong under the very place.
    static func picture(_ source: String) -> String {
        let (_, faults) = Program.compile(source, in: Environment(), isChecked: false)
        let bytes = Array(source.utf8)
        let marks = faults.map { fault -> String in
            let start = String(decoding: bytes[..<fault.range.lowerBound], as: UTF8.self).unicodeScalars.count
            let length = String(decoding: bytes[fault.range], as: UTF8.self).unicodeScalars.count
            return String(repeating: " ", count: start) + String(repeating: "^", count: length) + " " + fault.summary.en
        }
        return ([source] + marks).joined(separator: "\n")
    }

    /// Pictures one after another, an empty line between them.
    static func check(_ pictures: String) {
        for wanted in pictures.split(separator: "\n\n") {
            let source = wanted.prefix { $0 != "\n" }
            #expect(picture(String(source)) == wanted)
        }
    }
}
