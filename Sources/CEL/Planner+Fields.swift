import Diagnostics

/// Fields, presence and indices.
extension Planner {
    func planSelect(_ node: Node.ID, _ operand: Node.ID, _ field: String, isOptional: Bool) -> Step {
        switch checked.meanings[node] {
        case .variable(let place): return planVariable(node, place)
        case .typeName(let symbol): return { _ in .type(named: symbol) }
        case .field(let record, let place):
            guard let type = environment.records[record] else { return failing(node, .noSuchField, about: field) }
            return planField(node, operand, type, place, isOptional: isOptional)
        default: return planDynamicSelect(node, operand, field, isOptional: isOptional)
        }
    }

    /// Reads a field of a record type that the checker knows.
    private func planField(_ node: Node.ID, _ operand: Node.ID, _ type: RecordType, _ place: Int, isOptional: Bool) -> Step {
        let id = type.name.id
        if mode == .plain, !isOptional { return planPlainField(node, operand, id, type.fields[place].read) }
        let read = reader(type, place)
        let step = plan(operand)
        return { activation in
            let value = step(activation)
            if value.isRecord(id) {
                let result = read(activation, value)
                return isOptional && !result.isOptional ? (result.isNull ? .none : .optional(result)) : result
            }
            return activation.fieldOfOther(value, id, read).stamped(node)
        }
    }

    /// A field whose read nobody notes, without calls in between; that of a variable most of all.
    private func planPlainField(_ node: Node.ID, _ operand: Node.ID, _ id: UInt32, _ read: @escaping RecordType.Reader) -> Step {
        switch checked.meanings[operand] {
        case .local(let slot) where blockSlots[slot] == nil:
            return { activation in
                let value = activation.locals[slot]
                if value.isRecord(id) { return read(value.low, activation.store) }
                return activation.fieldOfOther(value, id) { read($1.low, $0.store) }.stamped(node)
            }
        case .variable(let variable):
            let name = Value.symbol(Symbol(environment.variables[variable].name))
            return { activation in
                let value = activation.bindings[variable]
                if value.isRecord(id) { return read(value.low, activation.store) }
                if value.tag == .unset { return activation.failure(.unboundVariable, about: name).stamped(node) }
                return activation.fieldOfOther(value, id) { read($1.low, $0.store) }.stamped(node)
            }
        default:
            let step = plan(operand)
            return { activation in
                let value = step(activation)
                if value.isRecord(id) { return read(value.low, activation.store) }
                return activation.fieldOfOther(value, id) { read($1.low, $0.store) }.stamped(node)
            }
        }
    }

    private func reader(_ type: RecordType, _ place: Int) -> @Sendable (Activation, Value) -> Value {
        let read = type.fields[place].read
        guard mode == .tracing else { return { read($1.low, $0.store) } }
        return { activation, record in
            let value = read(record.low, activation.store)
            activation.recorder?.note(field: place, of: record, type: type, value, activation)
            return value
        }
    }

    private func planDynamicSelect(_ node: Node.ID, _ operand: Node.ID, _ field: String, isOptional: Bool) -> Step {
        let step = plan(operand)
        let key = Value.symbol(Symbol(field))
        return { activation in
            let value = step(activation)
            if value.isFailure { return value }
            return activation.selected(value, key, isOptional: isOptional).stamped(node)
        }
    }

    func planPresence(_ node: Node.ID, _ operand: Node.ID, _ field: String) -> Step {
        let step = plan(operand)
        if case .field(let record, let place) = checked.meanings[node], let type = environment.records[record] {
            let read = reader(type, place)
            let id = type.name.id
            return { activation in
                let value = step(activation)
                if value.isFailure { return value }
                if value.isRecord(id) {
                    let result = read(activation, value)
                    return result.isFailure ? result : .bool(result.isPresent)
                }
                let result = activation.fieldOfOther(value, id, read)
                return result.isFailure ? result.stamped(node) : .bool(result.isPresent)
            }
        }
        let key = Value.symbol(Symbol(field))
        return { activation in
            let value = step(activation)
            if value.isFailure { return value }
            return activation.hasField(value, key).stamped(node)
        }
    }

    func planIndex(_ node: Node.ID, _ operand: Node.ID, _ key: Node.ID, isOptional: Bool) -> Step {
        let (left, right) = (plan(operand), plan(key))
        return { activation in
            let container = left(activation)
            if container.isFailure { return container }
            let key = right(activation)
            if key.isFailure { return key }
            return activation.indexed(container, key, isOptional: isOptional).stamped(node)
        }
    }

    /// The same, what was found noted: it depends on the order of a list, which the list's own value does not tell.
    func noting(_ node: Node.ID, _ step: @escaping Step) -> Step {
        guard mode == .tracing else { return step }
        let range = checked.syntax[node].range
        return { activation in
            let value = step(activation)
            if !value.isFailure { activation.recorder?.note(part: range, value, activation) }
            return value
        }
    }
}

extension Value {
    /// True for a row of the record type with that symbol, no optional around it.
    @inline(__always)
    func isRecord(_ type: UInt32) -> Bool { tag == .record && wraps == 0 && extra == type }

    /// What `has` answers for a field's value.
    var isPresent: Bool { !isNull && !isEmptyOptional }
}

extension Activation {
    /// A field of what is no record of the expected type: an optional goes on as one, null is an absent record.
    func fieldOfOther(_ value: Value, _ id: UInt32, _ read: (Activation, Value) -> Value) -> Value {
        if value.isFailure { return value }
        if value.isOptional {
            if value.isEmptyOptional { return value }
            let inner = value.unwrapped
            guard inner.isRecord(id) else { return fieldOfOther(inner, id, read) }
            let result = read(self, inner)
            if result.isFailure || result.isOptional { return result }
            return result.isNull ? .none : .optional(result)
        }
        return failure(value.isNull ? .absent : .noSuchField)
    }

    /// `value.key` where the type is known at run time only.
    func selected(_ value: Value, _ key: Value, isOptional: Bool) -> Value {
        switch value.kind {
        case .optional:
            if value.isEmptyOptional { return value }
            let result = selected(value.unwrapped, key, isOptional: true)
            return result
        case .map:
            guard let found = lookUp(key, in: value) else { return isOptional ? .none : failure(.noSuchKey, about: key) }
            return isOptional && !found.isFailure ? .optional(found) : found
        case .record:
            guard let type = environment.records[Symbol(id: value.extra)], let place = type.index(of: text(of: key)) else {
                return failure(.noSuchField, about: key)
            }
            let result = type.fields[place].read(value.low, store)
            recorder?.note(field: place, of: value, type: type, result, self)
            guard isOptional, !result.isOptional else { return result }
            return result.isNull ? .none : .optional(result)
        case .null: return failure(.absent)
        default: return failure(.noSuchField, about: key)
        }
    }

    /// `has(value.key)` where the type is known at run time only.
    func hasField(_ value: Value, _ key: Value) -> Value {
        switch value.kind {
        case .optional: return value.isEmptyOptional ? .bool(false) : hasField(value.unwrapped, key)
        case .map: return .bool(lookUp(key, in: value) != nil)
        case .record:
            let result = selected(value, key, isOptional: false)
            return result.isFailure ? result : .bool(result.isPresent)
        default: return failure(.noSuchField, about: key)
        }
    }

    /// `container[key]`, or with `?` the optional of it.
    func indexed(_ container: Value, _ key: Value, isOptional: Bool) -> Value {
        switch container.kind {
        case .optional:
            if container.isEmptyOptional { return container }
            return indexed(container.unwrapped, key, isOptional: true)
        case .map:
            guard key.isKey || key.kind == .double else { return failure(.noSuchKey, about: key) }
            guard let found = lookUp(key, in: container) else { return isOptional ? .none : failure(.noSuchKey, about: key) }
            return isOptional && !found.isFailure ? .optional(found) : found
        case .list, .rows, .hostList:
            guard let index = key.wholeNumber else { return failure(.noOverload) }
            guard index >= 0, index < Int64(count(of: container)) else {
                return isOptional ? .none : failure(.noSuchIndex, about: key)
            }
            let found = element(of: container, at: Int(index))
            return isOptional && !found.isFailure ? .optional(found) : found
        default: return failure(.noOverload)
        }
    }
}

extension Value {
    /// A number without fraction as an int, whatever its kind; values too large for any list become negative.
    var wholeNumber: Int64? {
        switch kind {
        case .int: asInt
        case .uint: Int64(exactly: payload) ?? -1
        case .double: Int64(exactly: asDouble)
        default: nil
        }
    }
}
