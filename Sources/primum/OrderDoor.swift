import ChangeOrders
import Diagnostics
import Inventories
import LocatedYAML

/// An order on the disk, read against a client's folder.
struct OrderDoor {
    private let session: ClientSession

    init(_ session: ClientSession) {
        self.session = session
    }

    /// An order with all texts that its places refer to, the folder's among them.
    struct Reading {
        let order: ChangeOrder
        let texts: SourceTexts
        let log: DiagnosticLog
    }

    /// Reads an order; cut sheets that it names lie beside it.
    ///
    /// - Throws: bad input where the text is no order at all.
    func read(_ path: String) throws(Failure) -> Reading {
        var texts = session.folder.texts
        let file: FileID
        do {
            file = texts.add(try Files.text(at: path))
        } catch {
            throw Failure(error, session.language)
        }
        let beside = Files.parent(of: path)
        var troubles: [Diagnostic] = []
        let reading = ChangeOrder.read(file, of: &texts, against: session.inventory) { name in
            do throws(FileTrouble) {
                return try Files.text(at: name.hasPrefix("/") ? name : Files.path(beside, name))
            } catch {
                // A sheet that is not there is the order's own fault, which its reader reports.
                if case .missing = error { return nil }
                troubles.append(error.cured)
                return nil
            }
        }
        var log = reading.log
        for trouble in troubles { log.add(trouble) }
        guard let order = reading.order else { throw .input(log, texts, session.language) }
        return Reading(order: order, texts: texts, log: log)
    }
}
