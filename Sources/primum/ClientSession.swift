import ChangeOrders
import Diagnostics
import Glibc
import Inventories
import Plants
import Policies
import Times
import Verdicts

/// A client's folder read for one command: what is written, and the moment at which it is judged.
struct ClientSession {
    let folder: ClientFolder
    let path: String
    let now: Timestamp
    /// False where the moment was given, so that reports say "as of".
    let isNowOfClock: Bool
    let language: Language

    init(_ client: ClientOptions, _ moment: MomentOptions, above file: String? = nil, _ language: Language) throws(Failure) {
        let door = try ClientDoor.find(client, above: file, language)
        folder = try door.read(deviceTypes: client.deviceTypes)
        path = door.folder
        now = moment.now?.moment(in: folder.inventory.client.timezone) ?? .ofClock
        isNowOfClock = moment.now == nil
        self.language = language
    }

    var inventory: Inventory { folder.inventory }

    /// What is known, by the shelf lives of the client's policy.
    func plant() -> Plant {
        Plant(inventory, now: now, shelfLife: PolicySet.parameters(client: folder.policy).shelfLife)
    }

    /// Tells on standard error that the folder was not read whole, where it was not.
    func warnOfFaults() {
        guard folder.log.hasErrors else { return }
        Terminal.tell(Diagnostic("folder-faulty", .warning, .folderFaulty(folder.log.summary), help: [.validate(path)]), language)
    }
}

extension Timestamp {
    /// The moment that the system's clock shows, in whole seconds.
    static var ofClock: Timestamp { Timestamp(seconds: Int64(time(nil))) }
}

extension Phrase {
    fileprivate static func folderFaulty(_ counts: Phrase) -> Phrase {
        Phrase(en: "the client's folder could not be read whole: \(counts.en)", ru: "папка клиента прочитана не вся: \(counts.ru)")
    }

    fileprivate static func validate(_ path: String) -> Phrase {
        let folder = path == "." ? "" : " --client \(path)"
        return Phrase(en: "see them with: primum inventory validate\(folder)", ru: "подробности: primum inventory validate\(folder)")
    }
}
