import Diagnostics
import Times

/// One evaluator's bindings and workspace: variables, locals, and the arena of the values made at run time.
///
/// An activation is used by one thread at a time and again and again; each evaluation resets the arena to what was
/// bound, so a value that came out is good until the next one.
package final class Activation {
    package let environment: Environment
    /// What the readers of records and lists read from.
    package let store: AnyObject
    var bindings: [Value]
    var locals: [Value] = []
    var arenaBytes: [UInt8] = []
    var arenaValues: [Value] = []
    /// The stack on which lists and maps are put together.
    var scratch: [Value] = []
    /// Arena sizes that the bound values take.
    private var baseBytes = 0
    private var baseValues = 0
    /// Steps left in this evaluation; below zero, the evaluation fails whatever it gives.
    var budget: Int
    var isExhausted = false
    /// Zones that getters were asked about; nil for names that are none.
    var zones: [String: TimeZoneRules?] = [:]
    var recorder: Recorder?
    /// The name of the host's list of which an element was read last, and its reader: walks read one after another.
    private var lastList: (name: UInt32, read: RecordType.Reader)?

    /// Constants of the environment are bound; its variables wait for `bind`. `store` is of the class that the
    /// environment's readers read from.
    package init(_ environment: Environment, store: AnyObject? = nil) {
        self.environment = environment
        self.store = store ?? EmptyStore.shared
        bindings = Array(repeating: .unset, count: environment.variables.count)
        budget = environment.limits.cost
        precondition(
            environment.store == nil || environment.store == ObjectIdentifier(type(of: self.store)),
            "an activation's store is of the class that the environment's readers read from")
        for (place, variable) in environment.variables.enumerated() {
            if let constant = variable.constant { bindings[place] = value(of: constant) }
        }
        keepArena()
    }

    /// Binds a variable of the environment.
    package func bind(_ name: String, _ value: Value) {
        guard let place = environment.index(of: name) else {
            preconditionFailure("only variables of the environment are bound: \(name)")
        }
        bindings[place] = value
    }

    /// Binds a variable to a tree, which is kept with the activation.
    package func bind(_ name: String, _ datum: Datum) {
        resetArena()
        budget = environment.limits.cost
        bind(name, value(of: datum))
        keepArena()
    }

    private func keepArena() {
        baseBytes = arenaBytes.count
        baseValues = arenaValues.count
    }

    /// Forgets what the last evaluation made.
    func resetArena() {
        arenaBytes.removeLast(arenaBytes.count - baseBytes)
        arenaValues.removeLast(arenaValues.count - baseValues)
    }

    func prepare(localCount: Int) {
        resetArena()
        scratch.removeAll(keepingCapacity: true)
        if locals.count < localCount {
            locals.append(contentsOf: repeatElement(.unset, count: localCount - locals.count))
        }
        budget = environment.limits.cost
        isExhausted = false
    }

    /// Takes steps from the budget; false when there are none left.
    @inline(__always)
    func spend(_ steps: Int) -> Bool {
        budget &-= steps
        if budget >= 0 { return true }
        isExhausted = true
        return false
    }

    private final class EmptyStore: Sendable {
        static let shared = EmptyStore()
    }
}

// MARK: Making values

extension Activation {
    /// A text made at run time.
    package func make(text: String) -> Value {
        var text = text
        return text.withUTF8 { unsafe make(.string, UnsafeRawBufferPointer($0)) }
    }

    func make(utf8 bytes: some Collection<UInt8>) -> Value {
        make(.string, bytes)
    }

    /// Bytes made at run time; a failure when the evaluation has no room left.
    package func make(bytes: [UInt8]) -> Value {
        make(.bytes, bytes)
    }

    func make(_ tag: Value.Tag, extra: UInt32 = 0, _ bytes: some Collection<UInt8>) -> Value {
        let start = arenaBytes.count
        let count = bytes.count
        guard spend(count >> 3), start + count + arenaValues.count * 16 <= environment.limits.memory else { return outOfMemory }
        arenaBytes.append(contentsOf: bytes)
        return Value(tag, extra: extra, payload: Value.pair(UInt32(start), UInt32(count)))
    }

    /// A list made at run time; a failure when the evaluation has no room left.
    package func make(list elements: some Collection<Value>) -> Value {
        let count = elements.count
        guard let start = append(elements) else { return outOfMemory }
        return Value(.list, payload: Value.pair(UInt32(start), UInt32(count)))
    }

    /// A map of keys and values in turn; the keys are known to differ.
    package func make(map entries: some Collection<Value>) -> Value {
        let count = entries.count / 2
        guard let start = append(entries) else { return outOfMemory }
        return Value(.map, payload: Value.pair(UInt32(start), UInt32(count)))
    }

    private func append(_ values: some Collection<Value>) -> Int? {
        let start = arenaValues.count
        let count = values.count
        guard spend(count), (start + count) * 16 + arenaBytes.count <= environment.limits.memory else { return nil }
        arenaValues.append(contentsOf: values)
        return start
    }

    /// The failure of an evaluation that takes more than it may.
    var outOfMemory: Value {
        isExhausted = true
        return failure(.exhausted)
    }

    /// An error as a value; `about` is shown with it.
    func failure(_ code: Failure.Code, about value: Value? = nil) -> Value {
        var place: UInt32 = 0
        if let value, arenaValues.count < 1 << 28 {
            arenaValues.append(value)
            place = UInt32(arenaValues.count)
        }
        return Value(.failure, extra: UInt32(code.rawValue), payload: Value.pair(0, place))
    }
}

// MARK: Looking into values

extension Activation {
    /// The UTF-8 of a text or the content of bytes.
    func bytes(of value: Value) -> [UInt8] {
        unsafe value.tag == .symbol ? Array(value.asSymbol.bytes) : Array(arenaBytes[value.range])
    }

    /// The text of a symbol or of a string that this activation made.
    package func text(of value: Value) -> String {
        value.tag == .symbol ? value.asSymbol.text : String(decoding: arenaBytes[value.range], as: UTF8.self)
    }

    /// Looks at the bytes of a text or of bytes in place; nothing may be made meanwhile.
    @inline(__always)
    func withBytes<Result>(_ value: Value, _ body: (borrowing Swift.Span<UInt8>) -> Result) -> Result {
        if value.tag == .symbol { return unsafe body(Swift.Span(_unsafeElements: value.asSymbol.bytes)) }
        return unsafe arenaBytes.withUnsafeBufferPointer { bytes in
            unsafe body(Swift.Span(_unsafeElements: UnsafeBufferPointer(rebasing: bytes[value.range])))
        }
    }

    /// Looks at the bytes of two texts in place; nothing may be made meanwhile.
    @inline(__always)
    func withBytes<Result>(
        _ left: Value, _ right: Value, _ body: (borrowing Swift.Span<UInt8>, borrowing Swift.Span<UInt8>) -> Result
    ) -> Result {
        unsafe arenaBytes.withUnsafeBufferPointer { bytes in
            let one = unsafe left.tag == .symbol ? left.asSymbol.bytes : UnsafeBufferPointer(rebasing: bytes[left.range])
            let two = unsafe right.tag == .symbol ? right.asSymbol.bytes : UnsafeBufferPointer(rebasing: bytes[right.range])
            return unsafe body(Swift.Span(_unsafeElements: one), Swift.Span(_unsafeElements: two))
        }
    }

    /// How many elements a list or entries a map has.
    package func count(of value: Value) -> Int { Int(value.high) }

    /// An element of a list of any kind; the index is within bounds.
    @inline(__always)
    package func element(of list: Value, at index: Int) -> Value {
        switch list.tag {
        case .list: arenaValues[Int(list.low) + index]
        case .rows: Value(.record, extra: list.extra, payload: UInt64(list.low) + UInt64(index))
        default: hostElement(list, index)
        }
    }

    private func hostElement(_ list: Value, _ index: Int) -> Value {
        if lastList?.name != list.extra { lastList = environment.lists[Symbol(id: list.extra)].map { (list.extra, $0.read) } }
        guard let read = lastList?.read else { return .null }
        return read(list.low + UInt32(index), store)
    }

    /// The entries of a map in the order in which it was made.
    func entries(of map: Value) -> [(key: Value, value: Value)] {
        (0..<Int(map.high)).map { (arenaValues[Int(map.low) + 2 * $0], arenaValues[Int(map.low) + 2 * $0 + 1]) }
    }

    /// The value under a key, which may be a number of another kind; nil when there is none.
    func lookUp(_ key: Value, in map: Value) -> Value? {
        let start = Int(map.low)
        guard spend(Int(map.high) >> 2) else { return failure(.exhausted) }
        for index in 0..<Int(map.high) where equal(arenaValues[start + 2 * index], key) == true {
            return arenaValues[start + 2 * index + 1]
        }
        return nil
    }
}
