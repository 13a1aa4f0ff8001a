import Glibc
import Seals
import SignOffs
import Times

/// Appends to a ledger and says so, line by line, until it has done enough or is killed: a process for tests to end.
///
/// Arguments: the ledger, a name that its entries bear, how many. A line is the number of an entry that is on the disk.
@main enum LedgerAppender {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let count = Int(arguments[3]) else { fatalError("LEDGER NAME COUNT") }
        var numbers = SystemRandomNumberGenerator()
        let ledger = try Ledger(at: arguments[1], for: .writing, patience: 60)
        for index in 0..<count {
            let body: JSON = ["by": .string(arguments[2]), "index": JSON(index), "v": "primum/body/1"]
            let attachment = [UInt8](repeating: UInt8(truncatingIfNeeded: index), count: index % 4 * 3_000)
            let draft = Draft(.answer, says: .refuses, order: "CO-1", body: body, attachments: index % 4 == 0 ? [] : [attachment])
            let number = try ledger.append(draft, at: Timestamp(seconds: 1_795_600_000 + Int64(index)), using: &numbers)
            let line = Array("\(number)\n".utf8)
            guard unsafe write(STDOUT_FILENO, line, line.count) == line.count else { return }
        }
    }
}
