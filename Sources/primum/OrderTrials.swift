import ChangeOrders
import Diagnostics
import Inventories
import LocatedYAML
import Policies
import Verdicts

/// Checks orders of any clients by packs that are given, each client's folder being read once.
struct OrderTrials {
    private let moment: NowArgument?
    private let language: Language
    private var sessions: [String: ClientSession] = [:]

    /// - Parameter moment: at which knowledge is judged; nil for the clock.
    init(at moment: NowArgument?, _ language: Language) {
        self.moment = moment
        self.language = language
    }

    /// An order read against its client's folder, ready to be checked.
    struct Trial {
        let session: ClientSession
        let read: OrderDoor

        /// The check by a pack, as the client's policy uses it.
        ///
        /// - Parameter alone: the pack is used as it comes, whatever the client's policy says.
        func check(by pack: PackText, alone: Bool) throws(Failure) -> Check {
            var folder = session.folder
            if alone { folder.policy = PolicySet.using(pack.name) }
            // A pack of the client's own would go before the one that stands in for it.
            folder.packs.removeAll { $0.path == pack.name }
            guard let check = Check(read.reading, in: read.texts, of: folder, at: session.now, packs: [pack]) else {
                throw .input(read.reading.log, read.texts, session.language)
            }
            return check
        }
    }

    /// Reads an order; the client's folder is the nearest above it.
    mutating func trial(of order: String) throws(Failure) -> Trial {
        let door = try ClientDoor.find(Self.options(client: nil), above: order, language)
        let session: ClientSession
        if let known = sessions[door.folder] {
            session = known
        } else {
            session = try ClientSession(Self.options(client: door.folder), momentOptions, language)
            sessions[door.folder] = session
        }
        return Trial(session: session, read: try OrderDoor(order, in: session))
    }

    private static func options(client: String?) -> ClientOptions {
        var options = ClientOptions()
        options.client = client
        options.deviceTypes = nil
        return options
    }

    private var momentOptions: MomentOptions {
        var options = MomentOptions()
        options.now = moment
        return options
    }
}
