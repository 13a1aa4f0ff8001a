/// One scalar or stray byte as a terminal shows it.
struct DisplayCell {
    /// What is printed; never a control character.
    var text: String
    /// Columns that it takes.
    var width: Int
    /// Offset of its bytes in the text.
    var start: Int
    var end: Int
}

extension String {
    /// The text fit for a terminal: control characters, line ends and what reorders or hides text are written out as
    /// `\u{1b}`, so that no text that was read can move the cursor or disguise itself.
    package var displayed: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        return unicodeScalars.reduce(into: "") { $0 += $1.displayed }
    }

    /// Columns that the text takes in a terminal.
    package var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }
}

extension Unicode.Scalar {
    /// The scalar itself, or its number where it would act instead of being seen.
    var displayed: String {
        isHidden ? "\\u{\(String(value, radix: 16))}" : String(self)
    }

    /// Columns of `displayed`: 0 for what joins the scalar before, 2 for wide East Asian letters and pictures.
    var displayWidth: Int {
        if value < 0x7F, value >= 0x20 { return 1 }
        if isHidden { return displayed.utf8.count }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide ? 2 : 1
        }
    }

    /// Controls, separators of lines, and marks that reorder text or take no room (Unicode Technical Report 36).
    private var isHidden: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x20...0x7E: false
        case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: true
        // The joiner at 200D is left alone: pictures of people are made with it.
        case 0x200B, 0x200C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB: true
        case 0xE0000...0xE0FFF: true
        default: false
        }
    }

    /// East_Asian_Width W or F (UAX 11), by blocks.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115E, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615: true
        case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C: true
        case 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
        case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD: true
        default: properties.isEmojiPresentation
        }
    }
}

/// The cells of a line, tabs widened to the next multiple of four columns and stray bytes written as `\xff`.
func displayCells(_ bytes: ArraySlice<UInt8>) -> [DisplayCell] {
    var cells: [DisplayCell] = []
    var column = 0
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
        let start = offset
        let cell: (text: String, width: Int)
        if let scalar = scalar(in: bytes, at: &offset) {
            if scalar == "\t" {
                let width = 4 - column % 4
                cell = (String(repeating: " ", count: width), width)
            } else {
                cell = (scalar.displayed, scalar.displayWidth)
            }
        } else {
            cell = ("\\x\(String(bytes[start], radix: 16))", 4)
        }
        column += cell.width
        cells.append(DisplayCell(text: cell.text, width: cell.width, start: start, end: offset))
    }
    return cells
}

/// The scalar at an offset, which is moved behind it; nil for a byte that begins none, behind which it is moved as well.
private func scalar(in bytes: ArraySlice<UInt8>, at offset: inout Int) -> Unicode.Scalar? {
    let first = bytes[offset]
    if first < 0x80 {
        offset += 1
        return Unicode.Scalar(first)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    if first >= 0xC0, offset + length <= bytes.endIndex,
        let character = String(validating: bytes[offset..<offset + length], as: UTF8.self)?.unicodeScalars.first
    {
        offset += length
        return character
    }
    offset += 1
    return nil
}
