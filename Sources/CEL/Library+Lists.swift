/// The part of the lists extension that rules over tables need.
extension Library {
    static let lists: [Function] = [
        .unary("flatten", [.member(.list(.list(element)), .list(element))]) { activation, lists in
            activation.joined(lists)
        }
    ]
}

extension Activation {
    /// The elements of the lists of a list, one after another; an element that is no list stays what it is.
    fileprivate func joined(_ lists: Value) -> Value {
        guard lists.kind.isList else { return failure(.noOverload) }
        var elements: [Value] = []
        for index in 0..<count(of: lists) {
            let part = element(of: lists, at: index)
            guard part.kind.isList else {
                elements.append(part)
                continue
            }
            for inner in 0..<count(of: part) { elements.append(element(of: part, at: inner)) }
            guard spend(count(of: part)) else { return failure(.exhausted) }
        }
        return make(list: elements)
    }
}
