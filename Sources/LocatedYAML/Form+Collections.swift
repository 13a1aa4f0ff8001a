package import Diagnostics

/// A value and the place where it is written.
package struct Located<Value> {
    package let value: Value
    package let span: Span

    @inlinable package init(_ value: Value, _ span: Span) {
        self.value = value
        self.span = span
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// One pair of a mapping whose keys are free.
package struct Entry<Value> {
    package let key: Symbol
    package let keySpan: Span
    package let value: Value

    @inlinable package init(key: Symbol, keySpan: Span, value: Value) {
        self.key = key
        self.keySpan = keySpan
        self.value = value
    }
}

extension Entry: Sendable where Value: Sendable {}
extension Entry: Equatable where Value: Equatable {}

extension Form {
    /// A list; elements that are not acceptable are reported and left out.
    @inlinable package static func list<Element>(of element: Form<Element>) -> Form where Value == [Element] {
        Form(.list(element.schema)) { node, log in
            guard node.kind == .sequence else {
                log.addMismatch(.list, at: node)
                return nil
            }
            return elements(of: node, element, &log)
        }
    }

    /// A list, or one element without the brackets.
    @inlinable package static func oneOrMany<Element>(of element: Form<Element>) -> Form where Value == [Element] {
        Form(.either([element.schema, .list(element.schema)])) { node, log in
            if node.kind == .sequence { return elements(of: node, element, &log) }
            return element.read(node, &log).map { [$0] }
        }
    }

    @inlinable static func elements<Element>(of node: Node, _ element: Form<Element>, _ log: inout DiagnosticLog) -> [Element]
    where Value == [Element] {
        var elements: [Element] = []
        elements.reserveCapacity(node.count)
        node.forEachItem { item in
            element.handOn(item, &log) { elements.append($0) }
        }
        return elements
    }

    /// A mapping whose keys are free, in the order of the text.
    @inlinable package static func map<Element>(of element: Form<Element>) -> Form where Value == [Entry<Element>] {
        Form(.map(values: element.schema)) { node, log in
            guard node.kind == .mapping else {
                log.addMismatch(.mapping, at: node)
                return nil
            }
            var entries: [Entry<Element>] = []
            entries.reserveCapacity(node.count)
            node.forEachPair { key, value in
                element.handOn(value, &log) {
                    entries.append(Entry(key: key.symbol, keySpan: key.span, value: $0))
                }
            }
            return entries
        }
    }

    /// A form by how the value is built; what has no form is a mismatch that names those that have one.
    @inlinable package static func either(scalar: Form? = nil, sequence: Form? = nil, mapping: Form? = nil) -> Form {
        var schemas: [Schema] = []
        if let scalar { schemas.append(scalar.schema) }
        if let sequence { schemas.append(sequence.schema) }
        if let mapping { schemas.append(mapping.schema) }
        let expected = Expectation.either(scalar: scalar != nil, sequence: sequence != nil, mapping: mapping != nil)
        return Form(.either(schemas)) { node, log in
            let form: Form? =
                switch node.kind {
                case .scalar: node.isNull ? nil : scalar
                case .sequence: sequence
                case .mapping: mapping
                }
            if let form { return form.read(node, &log) }
            log.addMismatch(expected, at: node)
            return nil
        }
    }

    /// A form that is worked out when it is needed: for shapes that hold themselves.
    package static func lazy(_ form: @escaping @Sendable () -> Form) -> Form {
        Form(.lazy { form().schema }, handingOn: { node, log, use in form().handOn(node, &log, use) })
    }

    /// The value, and where it is written.
    @inlinable package static func located<Inner>(_ form: Form<Inner>) -> Form where Value == Located<Inner> {
        var located = Form(
            form.schema,
            handingOn: { node, log, use in
                form.handOn(node, &log) { use(Located($0, node.span)) }
            })
        located.plain = form.plain?.located
        return located
    }

    /// The value or, for a plain `null`, `~` or nothing after the key, nil.
    @inlinable package static func optional<Inner>(_ form: Form<Inner>) -> Form where Value == Inner? {
        Form(form.schema) { node, log in
            if node.isNull { return .some(.none) }
            return form.read(node, &log).map { .some($0) }
        }
    }
}

extension Form where Value == Node {
    /// The value as it is written.
    package static var node: Form {
        var form = Form(.anything) { node, _ in node }
        form.plain = .node
        return form
    }
}
