/// What the program tells its caller at the end.
enum ExitStatus: Int32 {
    /// No known harm, or none beyond what was agreed; for other commands, that they did their work.
    case well = 0
    /// Somebody must answer, or a reading is to be taken.
    case hold = 1
    case doNotTouch = 2
    case inconclusive = 3
    /// The following are those of sysexits.h.
    case wrongUsage = 64
    case badInput = 65
    case internalError = 70
    case inputOutputError = 74
}
