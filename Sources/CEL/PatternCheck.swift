import Diagnostics

/// Literal patterns are read before anything is evaluated, so that a mistake in one is a fault in the expression.
enum PatternCheck {
    static func faults(in checked: CheckedSyntax) -> [Fault] {
        checked.syntax.nodes.compactMap { node -> Fault? in
            let pattern: Node.ID
            switch node.form {
            case .method(_, "matches", let arguments) where arguments.count == 1: pattern = arguments[0]
            case .call("matches", let arguments) where arguments.count == 2: pattern = arguments[1]
            default: return nil
            }
            guard case .literal(let value) = checked.syntax[pattern].form, let text = value.symbolValue?.text else { return nil }
            do throws(RegexFault) {
                _ = try Regex(text)
                return nil
            } catch {
                return Fault(.pattern, .badPattern(error.reason), at: checked.syntax[pattern].range, help: .cure(error.reason))
            }
        }
    }
}

extension Phrase {
    fileprivate static func badPattern(_ reason: RegexFault.Reason) -> Phrase {
        switch reason {
        case .missingClosing: Phrase(en: "a bracket in the pattern is not closed", ru: "в шаблоне не закрыта скобка")
        case .unexpectedClosing: Phrase(en: "the pattern has a `)` too many", ru: "в шаблоне лишняя `)`")
        case .badRepetition: Phrase(en: "the repetition in the pattern makes no sense", ru: "повторение в шаблоне не имеет смысла")
        case .repetitionTooLarge: Phrase(en: "a pattern repeats at most 1000 times", ru: "в шаблоне не больше 1000 повторений")
        case .nothingToRepeat:
            Phrase(en: "the pattern has nothing to repeat before `*`, `+` or `?`", ru: "в шаблоне перед `*`, `+` или `?` нечего повторять")
        case .badEscape: Phrase(en: "the pattern has an escape that is not known", ru: "в шаблоне неизвестная последовательность с `\\`")
        case .badClass: Phrase(en: "the pattern has a class that is not known", ru: "в шаблоне неизвестный класс символов")
        case .badRange: Phrase(en: "a range in the pattern is the wrong way round", ru: "границы диапазона в шаблоне перепутаны")
        case .badGroup: Phrase(en: "the pattern has a group that is not known", ru: "в шаблоне неизвестный вид группы")
        case .repeatedName: Phrase(en: "two groups of the pattern have one name", ru: "у двух групп шаблона одно имя")
        case .unknownProperty: Phrase(en: "the pattern names a property that is not known", ru: "в шаблоне названо неизвестное свойство")
        case .tooLarge: Phrase(en: "the pattern is too large", ru: "шаблон слишком велик")
        case .lookAround: Phrase(en: "patterns cannot look ahead or back", ru: "шаблоны не умеют заглядывать вперёд и назад")
        case .backreference: Phrase(en: "patterns cannot refer back to a group", ru: "шаблоны не умеют ссылаться на группу")
        }
    }

    fileprivate static func cure(_ reason: RegexFault.Reason) -> Phrase? {
        switch reason {
        case .nothingToRepeat, .badEscape, .unexpectedClosing, .missingClosing:
            Phrase(
                en: "a sign that stands for itself needs a backslash; in a raw text `r'…'` one is enough",
                ru: "знаку, который значит сам себя, нужна обратная косая черта; в строке `r'…'` хватает одной")
        default: nil
        }
    }
}
