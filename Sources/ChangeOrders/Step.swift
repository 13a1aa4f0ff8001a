package import Diagnostics
package import Inventories
package import Times

/// One step of an order.
///
/// Sets, lists and ranges are expanded: a `move` with a cut sheet of forty rows is one step with forty transfers.
package struct Step: Sendable {
    package var id: Symbol
    package var verb: Verb
    /// What the step names, in the order of the text, as far as it is not in `transfers` or `connections`.
    package var targets: [Target]
    /// `connect`: what is plugged into what.
    package var connections: [Connection]
    /// `move`: which end goes from where to where.
    package var transfers: [Transfer]
    /// `replace`: what comes instead.
    package var replacement: Replacement?
    /// `install`: the device that comes, and where it goes.
    package var installation: Installation?
    /// Wishes that the step serves.
    package var wishes: [Symbol]
    package var takes: Period?
    package var undo: Undo
    package var verify: Observation?
    package var hold: Hold?
    package var procedure: Procedure?
    /// Which window the step is in; nil when the order does not say (then in order, from the first).
    package var window: Symbol?
    /// Mitigations that the order names: tag, lock, second person, read-back, a pull under watch.
    package var mitigations: [Symbol]
    /// `other`, `configure`, `label`: the words.
    package var text: Symbol?
    /// A part inside the device that is the target, as written: `srv-2:bay/3`.
    package var part: Symbol?
    /// `everything_in`: the place as written, to name it; what stands there is in `targets`.
    package var everythingIn: Selector?
    /// The whole step, from its first key.
    package var span: Span?
    /// The value of the operand that names the target, for the caret.
    package var targetSpan: Span?

    /// A step that names nothing yet.
    package init(id: Symbol, verb: Verb, targets: [Target] = []) {
        self.id = id
        self.verb = verb
        self.targets = targets
        connections = []
        transfers = []
        wishes = []
        undo = .automatic
        mitigations = []
    }

    /// What a step is about.
    package enum Target: Hashable, Sendable {
        case object(ObjectRef)
        /// A rack unit, without a device named.
        case unit(Ref<Rack>, Int)
        /// A name of a kind (`port`, `device`, `cable` …) that is not on record, with names near it.
        case unrecorded(kind: Symbol, name: Symbol, suggestions: [Symbol])
        /// Gear that stands there and is in no record: where, what it looks like, the photo.
        case unknownGear(where: Symbol, looks: Symbol, photo: Symbol?)
        /// Everything in a place but for exceptions; expanded to the objects that are on record.
        case everything(in: [ObjectRef], except: [ObjectRef])
        /// Words only: "clean up the corner".
        case words(Symbol)
    }

    /// One end of a cord to be plugged.
    package enum Endpoint: Hashable, Sendable {
        case port(Ref<Port>)
        /// A port of a device that an earlier step installs, or that is not on record.
        case unrecorded(name: Symbol, suggestions: [Symbol])
        case unknown
    }

    /// A cord and what it is plugged into at both ends.
    package struct Connection: Sendable {
        package var a: Endpoint
        package var b: Endpoint
        package var cableType: Symbol?
        package var label: Symbol?
        /// A recorded cable that is used again.
        package var cable: Ref<Cable>?
        package var span: Span?

        package init(
            a: Endpoint, b: Endpoint, cableType: Symbol? = nil, label: Symbol? = nil, cable: Ref<Cable>? = nil, span: Span? = nil
        ) {
            self.a = a
            self.b = b
            self.cableType = cableType
            self.label = label
            self.cable = cable
            self.span = span
        }
    }

    /// An end of a cord that leaves one port and goes to another.
    package struct Transfer: Sendable {
        package var from: Endpoint
        package var to: Endpoint
        package var cable: Ref<Cable>?
        package var label: Symbol?
        package var span: Span?

        package init(from: Endpoint, to: Endpoint, cable: Ref<Cable>? = nil, label: Symbol? = nil, span: Span? = nil) {
            self.from = from
            self.to = to
            self.cable = cable
            self.label = label
            self.span = span
        }
    }

    /// What goes out, and what comes in its place.
    package struct Replacement: Sendable {
        package var out: Target
        /// The name of what comes: a device on record, or a name.
        package var with: Target?
        /// `same-port`, or as written.
        package var cords: Symbol?

        package init(out: Target, with: Target?, cords: Symbol? = nil) {
            self.out = out
            self.with = with
            self.cords = cords
        }
    }

    /// A device that comes, its place, and the cords that come with it.
    package struct Installation: Sendable {
        package var device: Symbol
        package var recorded: Ref<Device>?
        package var deviceType: Symbol?
        package var rack: Ref<Rack>?
        /// A rack by a name that is not on record.
        package var place: Target?
        /// In half units, as in `Device`.
        package var positionHalves: Int?
        package var heightHalves: Int?
        package var face: RackFace?
        /// Watts.
        package var draw: Int?
        package var cords: [Connection]

        package init(device: Symbol, recorded: Ref<Device>? = nil, cords: [Connection] = []) {
            self.device = device
            self.recorded = recorded
            self.cords = cords
        }
    }

    /// How the step is taken back.
    package enum Undo: Sendable {
        /// Derived from the verb (the default).
        case automatic
        case none
        case written([Step])
    }

    /// What is to be seen after a step, and who sees it.
    package struct Observation: Sendable {
        package var observe: Symbol
        package var expect: Symbol?
        package var witness: Ref<Contact>?
        package var object: ObjectRef?
        package var span: Span?

        package init(
            observe: Symbol, expect: Symbol? = nil, witness: Ref<Contact>? = nil, object: ObjectRef? = nil, span: Span? = nil
        ) {
            self.observe = observe
            self.expect = expect
            self.witness = witness
            self.object = object
            self.span = span
        }
    }

    /// A reading before the work goes on (`do: hold`).
    package struct Hold: Sendable {
        package var observe: Symbol
        package var object: ObjectRef?
        package var expect: Symbol?
        package var how: Symbol?
        package var by: Symbol?
        /// `abort`, or as written.
        package var otherwise: Symbol?
        package var witness: Ref<Contact>?

        package init(
            observe: Symbol, object: ObjectRef? = nil, expect: Symbol? = nil, how: Symbol? = nil, by: Symbol? = nil,
            otherwise: Symbol? = nil, witness: Ref<Contact>? = nil
        ) {
            self.observe = observe
            self.object = object
            self.expect = expect
            self.how = how
            self.by = by
            self.otherwise = otherwise
            self.witness = witness
        }
    }

    /// The document that the step follows.
    package struct Procedure: Sendable {
        package var document: Symbol
        package var version: Symbol?
        package var until: Timestamp?

        package init(document: Symbol, version: Symbol? = nil, until: Timestamp? = nil) {
            self.document = document
            self.version = version
            self.until = until
        }
    }
}
