package import Diagnostics

/// Why an evaluation gave no value.
package struct Failure: Error, Hashable, Sendable {
    /// The kinds of failures; each has its words in `Phrase.failed`.
    package enum Code: UInt32, Sendable, CaseIterable {
        case noOverload, noSuchKey, noSuchField, noSuchIndex, divideByZero, moduloByZero, overflow, range, badText, badIndex
        case repeatedKey, badKey, unboundVariable, unknownName, unknownFunction, noValue, notBool, exhausted, badPattern
        case badFormat, badAddress, absent, tooDeep
    }

    package let code: Code
    /// UTF-8 offsets into the expression.
    package let range: Range<Int>
    package let summary: Phrase

    /// What a host says when evaluations together take more than they may.
    package static let exhausted = Failure(.exhausted, range: 0..<0, detail: nil)

    init(_ code: Code, range: Range<Int>, detail: String?) {
        self.code = code
        self.range = range
        summary = .failed(code, detail)
    }
}

extension Activation {
    /// An error value as it is told to people.
    func told(_ value: Value, _ program: Program) -> Failure {
        let code = Failure.Code(rawValue: value.extra) ?? .noOverload
        let node = Int(value.low)
        let detail = value.high == 0 ? nil : formatted(arenaValues[Int(value.high) - 1])
        let range = node == 0 ? 0..<program.source.utf8.count : program.checked.syntax[node - 1].range
        return Failure(code, range: range, detail: detail)
    }
}

extension Value {
    /// An error value that knows the node at which it arose.
    @inline(__always)
    func stamped(_ node: Node.ID) -> Value {
        guard tag == .failure, low == 0 else { return self }
        return Value(.failure, extra: extra, payload: Value.pair(UInt32(node + 1), high))
    }
}

extension Phrase {
    fileprivate static func failed(_ code: Failure.Code, _ detail: String?) -> Phrase {
        let named = detail.map { " `\($0)`" } ?? ""
        switch code {
        case .noOverload: return Phrase(en: "the operation does not go with these values", ru: "операция не работает с такими значениями")
        case .noSuchKey: return Phrase(en: "the map has no key\(named)", ru: "в словаре нет ключа\(named)")
        case .noSuchField: return Phrase(en: "there is no field\(named)", ru: "нет поля\(named)")
        case .noSuchIndex: return Phrase(en: "the list has no element\(named)", ru: "в списке нет элемента\(named)")
        case .divideByZero: return Phrase(en: "division by zero", ru: "деление на ноль")
        case .moduloByZero: return Phrase(en: "remainder of a division by zero", ru: "остаток от деления на ноль")
        case .overflow: return Phrase(en: "the result does not fit in its type", ru: "результат не умещается в свой тип")
        case .range: return Phrase(en: "the value\(named) is out of range", ru: "значение\(named) вне допустимых границ")
        case .badText: return Phrase(en: "the text\(named) cannot be converted", ru: "строку\(named) нельзя преобразовать")
        case .badIndex: return Phrase(en: "the position\(named) is outside the text", ru: "позиция\(named) вне строки")
        case .repeatedKey: return Phrase(en: "the map has the key\(named) twice", ru: "ключ\(named) стоит в словаре дважды")
        case .badKey: return Phrase(en: "a value of this type cannot be a key", ru: "значение такого типа не может быть ключом")
        case .unboundVariable: return Phrase(en: "the variable\(named) has no value", ru: "у переменной\(named) нет значения")
        case .unknownName: return Phrase(en: "there is no\(named) here", ru: "здесь нет\(named)")
        case .unknownFunction: return Phrase(en: "there is no function\(named)", ru: "нет функции\(named)")
        case .noValue: return Phrase(en: "the optional holds nothing", ru: "необязательное значение пусто")
        case .notBool: return Phrase(en: "a true or false was needed", ru: "нужно было истинное или ложное")
        case .exhausted:
            return Phrase(
                en: "the evaluation takes too many steps or too much room", ru: "вычислению не хватило отведённых шагов или места")
        case .badPattern: return Phrase(en: "the pattern\(named) cannot be read", ru: "шаблон\(named) не читается")
        case .badFormat: return Phrase(en: "the format\(named) cannot be filled", ru: "формат\(named) нельзя заполнить")
        case .badAddress:
            return Phrase(en: "\(detail.map { "`\($0)`" } ?? "this") is no address", ru: "\(detail.map { "`\($0)`" } ?? "это") — не адрес")
        case .absent: return Phrase(en: "the record is absent", ru: "записи нет")
        case .tooDeep: return Phrase(en: "the value is nested too deep", ru: "значение вложено слишком глубоко")
        }
    }
}
