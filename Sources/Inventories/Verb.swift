/// What a step of an order does (formats.md's table).
package enum Verb: String, CaseIterable, Sendable, BitwiseCopyable {
    case inspect, label, hold, connect, disconnect, move, install, remove, replace
    case powerOff = "power-off"
    case powerOn = "power-on"
    case restart, configure, reset, other
}
