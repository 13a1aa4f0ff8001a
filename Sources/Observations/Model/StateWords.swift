/// What the words say that devices print for the state of a port.
///
/// Only `disabled`, `admin down` and their like say that people switched a port off; `err-disabled`, `suspended` and `monitoring` ports
/// usually still hold a cable.
enum StateWords {
    /// What one word says of both states; nil where it says nothing of one.
    struct State: Equatable {
        var admin: AdminState?
        var operational: OperationalState?
    }

    private static let states: [String: State] = {
        var states: [String: State] = [:]
        func say(_ state: State, _ words: String...) { for word in words { states[word] = state } }
        say(State(admin: .up, operational: .up), "connected", "link-ok")
        say(State(admin: nil, operational: .up), "up", "active", "link-up", "running", "ok", "enabled")
        say(State(admin: .up, operational: .down), "notconnect", "notconnec", "notconnected", "no-link", "ready", "nc")
        say(State(admin: nil, operational: .down), "down", "link-down", "none", "linkdown", "not connected")
        say(
            State(admin: .down, operational: .down), "disabled", "disable", "dis", "admin down", "administratively down", "*down", "adm",
            "down (adm)", "administratively", "adminstratively down", "admin-down", "adminshutdown", "deleted")
        say(
            State(admin: .up, operational: .errorDisabled), "err-disabled", "errdisabled", "errdisable", "err-disabl", "error-disabled",
            "err", "down (err)", "#down", "-down", "bpdugrddown", "loopdetectdown")
        say(State(admin: .up, operational: .suspended), "suspended", "suspndd", "susp", "inactive")
        say(State(admin: .up, operational: .down), "down (nc)", "reset", "initializing")
        say(State(admin: .up, operational: .monitoring), "monitoring", "monitor")
        say(State(admin: .up, operational: .standby), "^down", "stby", "standby", "hotstandby")
        say(State(admin: .up, operational: .lowerLayerDown), "channeldo", "channeldown", "lowerlayerdown", "noopermem", "noopermembers")
        say(State(admin: nil, operational: .notPresent), "notpresent", "not present", "absent", "missing", "removed", "linkflaperr")
        say(
            State(admin: nil, operational: .noTransceiver), "xcvrabsen", "xcvrabsent", "sfpabsent", "sfpabsen", "no transceiver",
            "sfp not present", "xcvr not inserted", "transceiver not present")
        states["linkflaperr"] = State(admin: .up, operational: .errorDisabled)
        say(State(admin: nil, operational: .dormant), "dormant")
        say(State(admin: nil, operational: .testing), "testing")
        return states
    }()

    /// What a word, or the words of one cell, say; marks such as `(l)`, `(s)` and a closing colon are left aside.
    static func state(of written: some StringProtocol) -> State? {
        // No word for a state is longer.
        guard written.utf8.count <= 64 else { return nil }
        let word = asciiLowercased(Identifier.tidied(written))
        if let state = states[word] { return state }
        // `up(l)`, `down (notconnect)`, `connected: TDR`, `down (SFP not present)`: what is in brackets says more.
        if let open = word.utf8.firstIndex(of: UInt8(ascii: "(")), let close = word.utf8.lastIndex(of: UInt8(ascii: ")")), open < close {
            let inner = word[word.index(after: open)..<close]
            let outer = states[Identifier.tidied(word[..<open])]
            return states[String(inner)] ?? outer
        }
        guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        return states[String(word[..<colon])]
    }

    /// Whether a word is one that stands for a state by itself, as in a column of states.
    static func isState(_ word: some StringProtocol) -> Bool { state(of: word) != nil }

    /// `yes`, `true`, `1`, `up` and their opposites; nil for another word.
    static func truth(_ written: some StringProtocol) -> Bool? {
        switch asciiLowercased(Identifier.tidied(written)) {
        case "yes", "true", "1", "up", "on", "enabled", "enable", "en", "ok", "good", "да", "есть": true
        case "no", "false", "0", "down", "off", "disabled", "disable", "dis", "fail", "failed", "faulty", "bad", "нет": false
        default: nil
        }
    }
}
