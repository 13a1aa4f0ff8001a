import Synchronization

/// One text that was read: its name as the user knows it, and its bytes.
///
/// The bytes live as long as the object, at one address, so that readers can point into them.
package final class SourceText: Sendable {
    /// The path as the user wrote it or would write it, such as `inventory/r1.yaml`.
    package let name: String
    package let bytes: [UInt8]
    private let index = AtomicLazyReference<LineIndex>()

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A text that is at hand as a string.
    package convenience init(name: String, _ text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// Where the lines of the text begin; computed when it is first asked for.
    package var lines: LineIndex {
        index.load() ?? index.storeIfNil(LineIndex(bytes))
    }
}

/// The number of a text in `SourceTexts`.
package struct FileID: Hashable, Sendable {
    package let index: UInt32

    package init(index: UInt32) {
        self.index = index
    }
}

/// A stretch of a text: UTF-8 offsets, the end excluded.
///
/// Line and column are computed at the edge, by `SourceTexts.place(of:)`.
package struct Span: Hashable, Sendable {
    package var file: FileID
    package var start: UInt32
    package var end: UInt32

    package init(file: FileID, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = end
    }
}

/// A place as people name it: both numbers start at 1, the column counts Unicode scalars.
package struct Place: Hashable, Sendable {
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Place: CustomStringConvertible {
    /// The form that editors open: `inventory/r1.yaml:12:5`.
    package var description: String { "\(file):\(line):\(column)" }
}

/// All texts of a run, in the order in which they were read.
package struct SourceTexts: Sendable {
    package private(set) var texts: [SourceText] = []

    package init() {}

    /// Takes a text in, and gives the number it has from there on.
    package mutating func add(_ text: SourceText) -> FileID {
        texts.append(text)
        return FileID(index: UInt32(texts.count - 1))
    }

    /// The text with a number, which must be one that `add(_:)` gave.
    package subscript(file: FileID) -> SourceText {
        texts[Int(file.index)]
    }

    /// Line and column at which a span begins; the end of the text for one that begins behind it.
    ///
    /// - Complexity: logarithmic in the lines of the text, once its lines are known.
    package func place(of span: Span) -> Place {
        let text = self[span.file]
        let (line, column) = text.lines.place(of: Int(span.start), in: text.bytes)
        return Place(file: text.name, line: line, column: column)
    }
}
