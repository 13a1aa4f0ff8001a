import Diagnostics
import Times

// How a port is, out of the many columns in which platforms say it.
extension RowMeaning {
    func addPort(_ row: Row, to sightings: inout Sightings) {
        guard let name = row.first(.interface, .port, .name) else { return }
        var port = ObservedPort(name: Symbol(Identifier.tidied(name)), place: row.place)
        guard !port.name.isEmpty else { return }
        let state = state(of: row)
        port.admin = state.admin
        port.operational = state.operational
        port.stateWord = symbol(row.first(.status, .linkStatus, .linkState, .linkstate, .link, .phy, .state))
        port.description = description(of: row)
        port.mac = row.first(.macAddress, .mac).flatMap { MACAddress($0) }
        port.lastChange = lastChange(of: row, isUp: port.operational == .up)
        if let bundle = bundle(of: row) { port.bundle = Symbol(bundle) }
        if let other = row[.defaultName], other != name { port.otherNames.append(Symbol(other)) }
        sightings.ports.append(port)
    }

    /// Free text about the port, under the key that the platform's templates have for it.
    private func description(of row: Row) -> Symbol? {
        if let text = row.first(.description, .comment, .alias) { return symbol(text) }
        // With a port's name elsewhere, `name` is what people called it.
        return row.has(.interface) || row.has(.port) ? symbol(row[.name]) : nil
    }

    private func bundle(of row: Row) -> String? {
        if let member = row[.memberOf] { return member }
        // EOS prints a member's bundle in the column of networks.
        guard platform == .aristaEOS, let word = row[.vlanID], word.hasPrefix("Po") else { return nil }
        return word
    }

    private func state(of row: Row) -> StateWords.State {
        switch platform {
        case .hpProCurve where row.has(.enabled): enabledAndStatus(row)
        case .linux where row.has(.flags): linuxState(flags: row.all(.flags).joined(separator: ","), word: row[.state])
        case .mikrotik: mikrotikState(row)
        case .alcatelAOS: alcatelState(row)
        case .extremeEXOS: extremeState(row)
        default: wordedState(row)
        }
    }

    private func wordedState(_ row: Row) -> StateWords.State {
        var state = StateWords.State()
        for key in [RowKey.status, .linkStatus, .linkState, .linkstate, .link, .phy, .state] {
            guard let word = row[key] else { continue }
            state = StateWords.state(of: word) ?? state
            break
        }
        // `down` beside `Administratively down` or `SFP not present` is what the second says.
        for key in [RowKey.reason, .protocolStatus] where state.operational == .down {
            guard let word = row[key], let more = StateWords.state(of: word) else { continue }
            if let admin = more.admin { state.admin = admin }
            if let operational = more.operational, operational != .up { state.operational = operational }
        }
        // A line that is up below a protocol that is down is a cable with a signal all the same.
        if let word = row.first(.adminState, .adminStatus), let admin = StateWords.truth(word) { state.admin = admin ? .up : .down }
        if state.operational == .up, state.admin == nil { state.admin = .up }
        return state
    }

    private func enabledAndStatus(_ row: Row) -> StateWords.State {
        var state = wordedState(row)
        if let enabled = row[.enabled].flatMap(StateWords.truth) { state.admin = enabled ? .up : .down }
        return state
    }

    /// RouterOS marks rows with letters: X is disabled, R is running.
    private func mikrotikState(_ row: Row) -> StateWords.State {
        if let word = row[.status], let state = StateWords.state(of: word) { return state }
        let isDisabled = row[.status] == "X" || row[.disabled] == "X"
        let isRunning = row[.status] == "R"
        return StateWords.State(admin: isDisabled ? .down : .up, operational: isRunning ? .up : .down)
    }

    /// AOS shows the detected speed of a link that is up, and a dash else.
    private func alcatelState(_ row: Row) -> StateWords.State {
        let speed = row[.detectedSpeed]
        let admin = row[.adminStatus].flatMap(StateWords.truth)
        return StateWords.State(
            admin: admin.map { $0 ? .up : .down }, operational: speed.map { $0 == "-" || $0.isEmpty ? .down : .up } ?? .down)
    }

    /// EXOS: the first flag is E for enabled and D for disabled; a link is `active` or `ready`.
    private func extremeState(_ row: Row) -> StateWords.State {
        var state = wordedState(row)
        switch row[.flags]?.utf8.first {
        case UInt8(ascii: "E"): state.admin = .up
        case UInt8(ascii: "D"): state.admin = .down
        default: break
        }
        return state
    }

    private func lastChange(of row: Row, isUp: Bool) -> LastChange {
        if let since = row[.since].flatMap(DeviceClock.moment) { return .told(since, captured: moment) }
        let up = row.first(.lastLinkUpTime).flatMap(DeviceClock.moment)
        let down = row.first(.lastLinkDownTime).flatMap(DeviceClock.moment)
        if let last = [up, down].compactMap({ $0 }).max() { return .told(last, captured: moment) }
        if let flapped = row[.lastLinkFlapped] {
            return flapped.hasPrefix("never") ? .unknown(.notCounted) : .ago(Ages.period(flapped), before: moment)
        }
        let ages = [row.first(.upTime, .uptime), isUp ? nil : row[.downtime]].compactMap { $0 }.compactMap(Ages.period)
        guard let age = ages.filter({ $0 > .zero }).min() else { return .unknown(ages.isEmpty ? .notTold : .notCounted) }
        return .ago(age, before: moment)
    }
}

/// What `ip` says of a Linux port: hardware and veth use different words, the flags are the same.
func linuxState(flags: String, word: String?) -> StateWords.State {
    let flags = Set(flags.split(separator: ","))
    let isEnabled = flags.contains("UP")
    let hasCarrier = flags.contains("LOWER_UP") && !flags.contains("NO-CARRIER")
    let operational: OperationalState = hasCarrier ? (word == "DORMANT" ? .dormant : .up) : .down
    return StateWords.State(admin: isEnabled ? .up : .down, operational: operational)
}
