package import Diagnostics

/// What an expression may speak of: record types, variables, constants and functions.
///
/// A copy can be extended; variables keep their numbers in all copies, so that an activation of a base environment can
/// be widened.
package struct Environment: Sendable {
    /// A name that expressions may use, with the type of its value.
    package struct Variable: Sendable {
        package let name: String
        package let type: ValueType
        package let documentation: Phrase
        /// The value where it is the same in every evaluation.
        package let constant: Datum?
    }

    /// What the checker refuses or admits beyond the language's own rules.
    package struct Options: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Faults where a type is `dyn`: `dyn(…)` and literals of mixed types.
        package static let refusesDynamic = Options(rawValue: 1)
        /// `cel.block` and its slots, for expressions that a tool wrote.
        package static let hasBlock = Options(rawValue: 2)
    }

    /// The namespace in which names are looked up first, such as `com.example`.
    package var container = ""
    package var options: Options = []
    package var limits = Limits()
    /// The class that the host's readers read from; nil when nothing is read from a store.
    package var store: ObjectIdentifier?
    package private(set) var variables: [Variable] = []
    package private(set) var records: [Symbol: RecordType] = [:]
    package private(set) var lists: [Symbol: HostList] = [:]
    private var variablePlaces: [String: Int] = [:]
    private(set) var functions: [String: Function] = [:]

    package init() {}

    /// Says from which class of store the readers of records and lists read.
    package mutating func readStore<Store: AnyObject>(_ store: Store.Type) {
        self.store = ObjectIdentifier(store)
    }

    /// Declares a kind of rows; declaring a name again replaces the kind.
    package mutating func declare(_ record: RecordType) {
        records[record.name] = record
    }

    /// Declares a list of the host; declaring a name again replaces the list.
    package mutating func declare(_ list: HostList) {
        lists[list.name] = list
    }

    /// Declares a variable that each activation binds; declaring a name again replaces its type.
    package mutating func declare(
        variable name: String, _ type: ValueType, _ documentation: Phrase = Phrase(verbatim: "")
    ) {
        insert(Variable(name: name, type: type, documentation: documentation, constant: nil))
    }

    /// Declares a name for one value.
    package mutating func declare(
        constant name: String, _ type: ValueType, _ value: Datum, _ documentation: Phrase = Phrase(verbatim: "")
    ) {
        insert(Variable(name: name, type: type, documentation: documentation, constant: value))
    }

    /// Declares a function by its types alone, so that expressions that call it can be checked.
    package mutating func declare(
        function name: String, parameters: [ValueType], result: ValueType, isMember: Bool = false
    ) {
        let overload = Function.Overload(parameters: parameters, result: result, isMember: isMember)
        var function = functions[name] ?? Function(name, [])
        function.overloads.append(overload)
        functions[name] = function
    }

    private mutating func insert(_ variable: Variable) {
        if let place = variablePlaces[variable.name] {
            variables[place] = variable
        } else {
            variablePlaces[variable.name] = variables.count
            variables.append(variable)
        }
    }

    /// The number of a variable.
    package func index(of variable: String) -> Int? { variablePlaces[variable] }

    func function(_ name: String) -> Function? {
        functions[name] ?? Library.functions[name]
    }

    /// The names under which a name is looked up, the longest container first.
    func candidates(_ name: String) -> [String] {
        if name.utf8.first == UInt8(ascii: ".") { return [String(name.dropFirst())] }
        guard !container.isEmpty else { return [name] }
        var result: [String] = []
        var space = container[...]
        while true {
            result.append(space + "." + name)
            guard let dot = space.lastIndex(of: ".") else { break }
            space = space[..<dot]
        }
        return result + [name]
    }
}
