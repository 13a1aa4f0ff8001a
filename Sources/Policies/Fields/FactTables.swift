import CEL
import Diagnostics
import Inventories
import Rehearsals

/// The field tables of all kinds of rows, and what the language of rules knows because of them.
enum FactTables {
    /// In the order of their numbers.
    static let all: [FactTable] = (orderTables + plantTables + knownTables).enumerated().map { $1.make($0) }

    private static let numbers: [Symbol: Int] = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.word, $0) })

    /// The place of a kind's table in `all`.
    static func number(of word: Symbol) -> Int? { numbers[word] }

    static func table(of word: Symbol) -> FactTable? { numbers[word].map { all[$0] } }

    /// The environment of an expression that knows `order` and the lists of rows, and no rule's bindings.
    static let environment: Environment = {
        var environment = Environment()
        environment.options = [.refusesDynamic]
        environment.readStore(FactStore.self)
        for table in all {
            environment.declare(table.record)
            environment.declare(
                HostList(table.list, of: .record(table.word)) { position, store in
                    table.element(FactStore.of(store).facts.pool[Int(position)])
                })
        }
        environment.declare(texts)
        environment.declare(truths)
        environment.declare(variable: "order", .record(OrderFact.word), .theOrder)
        for table in all where table.isRoot {
            guard let name = table.document else { continue }
            environment.declare(variable: name, .list(.record(table.word)), table.about)
        }
        return environment
    }()

    private static let texts = HostList(Symbol.list, of: .string) { Symbol.element(FactStore.of($1).facts.pool[Int($0)]) }
    private static let truths = HostList(Bool.list, of: .bool) { Bool.element(FactStore.of($1).facts.pool[Int($0)]) }

    /// The names that every expression may use.
    static let rootNames = ["order"] + all.filter(\.isRoot).compactMap(\.document)
}

extension Activation {
    /// An activation over facts, in which `order` and the lists of rows are bound.
    convenience init(_ environment: Environment, facts store: FactStore) {
        self.init(environment, store: store)
        bind("order", .record(OrderFact.word, row: 0))
        for (number, table) in FactTables.all.enumerated() where table.isRoot {
            guard let name = table.document else { continue }
            bind(name, .rows(table.word, start: 0, count: store.count(number)))
        }
    }
}

extension Phrase {
    fileprivate static var theOrder: Phrase {
        Phrase(en: "the order that is checked", ru: "проверяемая заявка")
    }
}
