import Inventories

/// A key of a step that says what its verb works on, or how.
enum Operand: String, CaseIterable, Sendable {
    case port, device, cable, rack, location, room, site, circuit, feed, outlet, module, part, unrecorded
    case everythingIn = "everything_in"
    case except
    case a, b, from, to, list, with, cords
    case deviceType = "device_type"
    case position, face
    case height = "u_height"
    case draw
    case observe, expect, how, by
    case otherwise = "else"
    case witness, what, text

    /// What stands under the key, for the schema and the diagnostics.
    var about: String {
        switch self {
        case .port: "ports, such as `PP-1:12` or `PP-1:[1-3]`"
        case .device: "devices by name"
        case .cable: "cables by id or label; for `connect` the cord: `{a: …, b: …, type: …, label: …}`"
        case .rack: "a rack"
        case .location: "a part of a site"
        case .room: "a room"
        case .site: "a site"
        case .circuit: "a provider's line"
        case .feed: "a power feed"
        case .outlet: "a power outlet, such as `pdu-1:outlet/3`"
        case .module: "a module, as `device:bay`"
        case .part: "a part that is no port, such as `srv-2:bay/3`"
        case .unrecorded: "gear that is in no record: where it is, what it looks like, a photo"
        case .everythingIn: "every device of a place: a selector"
        case .except: "devices that `everything_in` leaves alone"
        case .a: "one end of the cord"
        case .b: "the other end of the cord"
        case .from: "the port that a cable leaves"
        case .to: "the port that a cord goes to"
        case .list: "a cut sheet beside the order (from, to, label), or its rows"
        case .with: "what comes instead"
        case .cords: "for `install` the cords; for `replace` where they go (`same-port`)"
        case .deviceType: "the key of the device type"
        case .position: "the unit of the rack; the lowest one of a device"
        case .face: "the face of the rack"
        case .height: "units that the device takes"
        case .draw: "watts that the device draws"
        case .observe: "what to look at"
        case .expect: "what must be seen"
        case .how: "how it is seen"
        case .by: "who looks: `lead`, `hands` or a contact"
        case .otherwise: "what to do when it is not seen: `abort`, or words"
        case .witness: "the contact who sees it too"
        case .what: "what is configured"
        case .text: "in words"
        }
    }

    /// Keys that name a target on site.
    static let places: [Operand] = [
        .port, .device, .cable, .rack, .location, .room, .site, .circuit, .feed, .outlet, .module, .part, .unrecorded,
    ]
}

/// Which operands a verb needs and takes: a row of formats.md's table.
struct VerbForm: Sendable {
    let verb: Verb
    /// Of each group one must be written.
    let needs: [[Operand]]
    let takes: [Operand]
    /// A step that has what the verb needs.
    let example: String

    init(_ verb: Verb, needs: [[Operand]], takes: [Operand] = [], example: String) {
        self.verb = verb
        self.needs = needs
        self.takes = takes
        self.example = example
    }

    /// All that may stand in a step of the verb, what it needs first.
    var operands: [Operand] { needs.flatMap { $0 } + takes }

    static func of(_ verb: Verb) -> VerbForm {
        switch verb {
        case .inspect:
            VerbForm(
                verb, needs: [Operand.places + [.everythingIn, .text]], takes: [.except, .position],
                example: "{do: inspect, rack: R1}")
        case .label:
            VerbForm(
                verb, needs: [Operand.places + [.everythingIn]], takes: [.except, .position, .text],
                example: #"{do: label, port: "PP-1:12", text: R1-12}"#)
        case .hold:
            VerbForm(
                verb, needs: [[.observe]], takes: [.expect, .how, .by, .otherwise, .witness, .position] + Operand.places,
                example: #"{do: hold, observe: "sw-2:power/PSU2", expect: input ok, how: LED green, by: lead, else: abort}"#)
        case .connect:
            VerbForm(
                verb, needs: [[.cable, .a], [.cable, .b]],
                example: #"{do: connect, cable: {a: "AP-1:eth0", b: "PP-1:12", type: cat6}}"#)
        case .disconnect:
            VerbForm(
                verb, needs: [[.port, .cable, .outlet, .circuit, .feed, .unrecorded]],
                example: #"{do: disconnect, port: "PP-1:12"}"#)
        case .move:
            VerbForm(
                verb, needs: [[.list, .port, .cable], [.list, .to]], takes: [.from],
                example: #"{do: move, port: "PP-1:12", to: "PP-1:20"}"#)
        case .install:
            VerbForm(
                verb, needs: [[.device, .module, .part], [.rack, .location, .room, .site, .module, .part]],
                takes: [.deviceType, .position, .face, .height, .draw, .cords],
                example: "{do: install, device: sw-9, rack: R1, position: 21}")
        case .remove:
            VerbForm(
                verb, needs: [[.device, .module, .part, .everythingIn, .unrecorded]], takes: [.except],
                example: "{do: remove, device: sw-1}")
        case .replace:
            VerbForm(
                verb, needs: [[.device, .module, .part, .unrecorded], [.with]], takes: [.cords],
                example: "{do: replace, device: sw-1, with: sw-9, cords: same-port}")
        case .powerOff, .powerOn:
            VerbForm(
                verb, needs: [[.device, .outlet, .feed, .everythingIn, .unrecorded]], takes: [.except],
                example: #"{do: \#(verb.rawValue), outlet: "pdu-1:outlet/3"}"#)
        case .restart:
            VerbForm(verb, needs: [[.device, .everythingIn, .unrecorded]], takes: [.except], example: "{do: restart, device: sw-1}")
        case .configure:
            VerbForm(
                verb, needs: [[.device, .unrecorded], [.what, .text]],
                example: "{do: configure, device: sw-1, what: VLAN 20 on Gi1/0/7}")
        case .reset:
            VerbForm(verb, needs: [[.device, .unrecorded]], example: "{do: reset, device: core-rtr}")
        case .other:
            VerbForm(
                verb, needs: [[.text]], takes: Operand.places + [.everythingIn, .except, .position],
                example: "{do: other, text: clean up the corner}")
        }
    }
}
