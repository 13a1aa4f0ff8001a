import Diagnostics
import Glibc

/// Standard output and standard error: writing to them, and what they can show.
enum Terminal {
    enum Stream: Int32 {
        case output = 1
        case errors = 2
    }

    /// Writes a text; a reader that has gone away is no fault.
    ///
    /// - Returns: 0, or the system's number for why it could not be written (a full disk).
    @discardableResult
    static func write(_ text: String, to stream: Stream) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            unsafe writeAll(UnsafeRawBufferPointer(bytes), to: stream.rawValue)
        }
    }

    /// Diagnostics that keep a command from its work; counted where there are several.
    static func tell(_ log: DiagnosticLog, _ texts: SourceTexts, _ language: Language) {
        let typesetter = typesetter(for: .errors, language)
        if log.count == 1, let only = log.kept.first {
            write(typesetter.text(of: only, in: texts), to: .errors)
        } else {
            write(typesetter.text(of: log, in: texts), to: .errors)
        }
    }

    static func tell(_ diagnostic: Diagnostic, _ language: Language) {
        write(typesetter(for: .errors, language).text(of: diagnostic, in: SourceTexts()), to: .errors)
    }

    /// A typesetter for what a stream can show.
    static func typesetter(for stream: Stream, _ language: Language) -> Typesetter {
        Typesetter(language: language, isColored: isColored(stream), width: width(of: stream))
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

    /// Colour by `NO_COLOR` (https://no-color.org), then `CLICOLOR_FORCE` (https://bixense.com/clicolors), then the terminal.
    private static func isColored(_ stream: Stream) -> Bool {
        if Environment["NO_COLOR"] != nil { return false }
        if let force = Environment["CLICOLOR_FORCE"] { return force != "0" }
        return isTerminal(stream) && Environment["TERM"] != "dumb"
    }

    /// Columns of the terminal; 120 where there is none.
    private static func width(of stream: Stream) -> Int {
        var size = winsize()
        let isKnown = unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 120
    }
}

/// Variables of the environment; one that is empty counts as unset.
enum Environment {
    static subscript(name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}

/// Writes all bytes to an open file.
///
/// - Returns: 0, or the system's number for why it could not; a pipe whose reader has gone is none.
func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
    var written = 0
    while written < bytes.count {
        let count = unsafe Glibc.write(file, bytes.baseAddress! + written, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno == EPIPE ? 0 : errno }
        written += count
    }
    return 0
}
