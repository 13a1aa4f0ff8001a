/// A regular expression as it was written.
indirect enum RegexNode {
    case empty
    case set(ScalarSet)
    case start, end, lineStart, lineEnd, boundary, noBoundary
    case sequence([RegexNode])
    case choice([RegexNode])
    /// At least, at most; nil is without end.
    case repetition(RegexNode, Int, Int?)
}

/// Why a pattern cannot be read.
struct RegexFault: Error, Equatable {
    enum Reason {
        case missingClosing, unexpectedClosing, badRepetition, repetitionTooLarge, nothingToRepeat, badEscape, badClass, badRange
        case badGroup, repeatedName, unknownProperty, tooLarge, lookAround, backreference
    }

    let reason: Reason
    /// The place in the pattern, in Unicode scalars.
    let offset: Int
}
