import Diagnostics

// What is said about cords, moves and cut sheets.

extension Diagnostic {
    static func cordWithoutEnds(_ name: String, at span: Span) -> Diagnostic {
        Diagnostic(
            "cord-without-ends", .error, .cordWithoutEnds(name), at: span, label: .onlyAName,
            help: [.example(#"{do: connect, cable: {id: \#(name), a: "sw-1:7", b: "PP-1:12"}}"#)])
    }

    static func unequalRanges(_ left: Int, _ right: Int, at span: Span, other: Span) -> Diagnostic {
        Diagnostic(
            "unequal-ranges", .error, .unequalRanges(left, right), at: span, label: .portsHere(right),
            related: [Diagnostic.Related(other, .portsHere(left))], help: [.asManyEach])
    }

    static func whichEnd(_ cable: String, _ ends: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            "which-end", .error, .whichEnd(cable), at: span, label: ends.isEmpty ? .noKnownEnd : .ends(ends),
            help: [.sayFrom(ends.first ?? "sw-1:7")])
    }

    static func notAnEnd(_ port: String, of cable: String, _ ends: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            "not-an-end", .error, .notAnEnd(port, cable), at: span, label: ends.isEmpty ? .noKnownEnd : .ends(ends),
            help: ends.isEmpty ? [] : [.sayFrom(ends[0])])
    }

    static func listMissing(_ name: String, at span: Span) -> Diagnostic {
        Diagnostic("list-missing", .error, .listMissing(name), at: span, label: .besideTheOrder, help: [.listForm])
    }

    static func listHeading(_ missing: [String], at span: Span) -> Diagnostic {
        Diagnostic("list-heading", .error, .listHeading(missing), at: span, help: [.headingExample])
    }

    static func listColumn(_ name: String, at span: Span) -> Diagnostic {
        Diagnostic("list-column", .note, .listColumn(name), at: span)
    }

    static func listRow(_ missing: String, at span: Span) -> Diagnostic {
        Diagnostic("list-row", .error, .listRow(missing), at: span, help: [.unknownInList])
    }

    static func listQuote(at span: Span) -> Diagnostic {
        Diagnostic("list-quote", .error, .openQuote, at: span, help: [.closeQuote])
    }

    static func listAfterQuote(at span: Span) -> Diagnostic {
        Diagnostic("list-quote", .error, .afterQuote, at: span, help: [.wholeCell])
    }

    static func listExtraCell(at span: Span) -> Diagnostic {
        Diagnostic("list-row", .error, .extraCell, at: span, label: .noHeading, help: [.quoteCell])
    }

    static func listEncoding(_ name: String, at span: Span) -> Diagnostic {
        Diagnostic("list-encoding", .error, .listEncoding(name), at: span, label: .foreignLine, help: [.saveListAsUTF8])
    }

    static func listEmpty(_ name: String, at span: Span) -> Diagnostic {
        Diagnostic("list-empty", .error, .listEmpty(name), at: span, help: [.rowExample])
    }
}

extension Phrase {
    static var wholeOrHalfUnits: Phrase {
        Phrase(en: "a number of whole or half units", ru: "целое или половинное число юнитов")
    }

    fileprivate static func cordWithoutEnds(_ name: String) -> Phrase {
        Phrase(en: "`connect` does not say what the cable `\(name)` joins", ru: "`connect` не говорит, что соединяет кабель `\(name)`")
    }

    fileprivate static var onlyAName: Phrase {
        Phrase(en: "only the cable is named", ru: "назван только кабель")
    }

    fileprivate static func unequalRanges(_ left: Int, _ right: Int) -> Phrase {
        Phrase(
            en: "\(left) ports on one side and \(right) on the other cannot be paired",
            ru: "не сходится: с одной стороны портов \(left), с другой \(right)")
    }

    fileprivate static func portsHere(_ count: Int) -> Phrase {
        let ports = Noun(en: ("port", "ports"), ru: ("порт", "порта", "портов"))
        return ports.counted(count)
    }

    fileprivate static var asManyEach: Phrase {
        Phrase(en: "name as many ports on each side", ru: "назовите с обеих сторон поровну портов")
    }

    fileprivate static func whichEnd(_ cable: String) -> Phrase {
        Phrase(en: "it is not said which end of `\(cable)` moves", ru: "не сказано, какой конец `\(cable)` переносится")
    }

    fileprivate static func notAnEnd(_ port: String, _ cable: String) -> Phrase {
        Phrase(en: "`\(cable)` does not end on `\(port)`", ru: "`\(cable)` не приходит на `\(port)`")
    }

    fileprivate static var noKnownEnd: Phrase {
        Phrase(en: "no end of it is known", ru: "ни один его конец не известен")
    }

    fileprivate static func ends(_ names: [String]) -> Phrase {
        Phrase(en: "it ends on \(names.quotedList)", ru: "его концы: \(names.quotedList)")
    }

    fileprivate static func sayFrom(_ port: String) -> Phrase {
        Phrase(en: "say which port it leaves: `from: \"\(port)\"`", ru: "назовите порт, из которого он выходит: `from: \"\(port)\"`")
    }

    fileprivate static func listMissing(_ name: String) -> Phrase {
        Phrase(en: "cannot find the cut sheet `\(name)`", ru: "не нашлось списка `\(name)`")
    }

    fileprivate static var besideTheOrder: Phrase {
        Phrase(en: "looked for beside the order", ru: "искали рядом с заявкой")
    }

    fileprivate static var listForm: Phrase {
        Phrase(
            en: "put the file beside the order, with the columns from, to and label",
            ru: "положите файл рядом с заявкой; столбцы: откуда, куда, метка")
    }

    fileprivate static func listHeading(_ missing: [String]) -> Phrase {
        Phrase(en: "the cut sheet has no column \(missing.quotedList)", ru: "в списке нет столбца \(missing.quotedList)")
    }

    fileprivate static var headingExample: Phrase {
        Phrase(
            en: "begin the sheet with `from,to,label` (or `source;destination;cable`)",
            ru: "начните список строкой `откуда;куда;метка` (или `from,to,label`)")
    }

    fileprivate static var rowExample: Phrase {
        Phrase(
            en: "write a line for each cord that moves: `PP-1:12,PP-1:20,R1-12`",
            ru: "напишите по строке на каждый шнур: `PP-1:12;PP-1:20;R1-12`")
    }

    fileprivate static func listColumn(_ name: String) -> Phrase {
        Phrase(en: "the column `\(name)` is not read", ru: "столбец `\(name)` не читается")
    }

    fileprivate static func listRow(_ missing: String) -> Phrase {
        Phrase(en: "this row has no `\(missing)`", ru: "в этой строке нет `\(missing)`")
    }

    fileprivate static var unknownInList: Phrase {
        Phrase(en: "write `unknown` where nobody knows the port", ru: "напишите `unknown`, если порта никто не знает")
    }

    fileprivate static var openQuote: Phrase {
        Phrase(en: "a quote is opened and not closed", ru: "кавычка открыта и не закрыта")
    }

    fileprivate static var closeQuote: Phrase {
        Phrase(en: "close it, and double the quotes inside the text", ru: "закройте её, а кавычки внутри текста удвойте")
    }

    fileprivate static var afterQuote: Phrase {
        Phrase(en: "something stands behind a closed quote", ru: "за закрытой кавычкой ещё что-то стоит")
    }

    fileprivate static var wholeCell: Phrase {
        Phrase(en: "put the whole cell into the quotes, or none of it", ru: "возьмите в кавычки всю ячейку или снимите их")
    }

    fileprivate static var extraCell: Phrase {
        Phrase(en: "this row has more cells than the heading", ru: "в строке больше ячеек, чем в заголовке")
    }

    fileprivate static var noHeading: Phrase { Phrase(en: "no column stands above it", ru: "над этой ячейкой нет столбца") }

    fileprivate static var quoteCell: Phrase {
        Phrase(
            en: "put quotes around a cell that holds the separator: `\"a, b\"`",
            ru: "заключите ячейку с разделителем в кавычки: `\"а, б\"`")
    }

    fileprivate static func listEncoding(_ name: String) -> Phrase {
        Phrase(en: "the cut sheet `\(name)` is not UTF-8", ru: "список `\(name)` не в UTF-8")
    }

    fileprivate static var foreignLine: Phrase {
        Phrase(en: "this line is in another encoding", ru: "эта строка в другой кодировке")
    }

    fileprivate static var saveListAsUTF8: Phrase {
        Phrase(en: "save it as `CSV UTF-8`", ru: "сохраните его как `CSV UTF-8`")
    }

    fileprivate static func listEmpty(_ name: String) -> Phrase {
        Phrase(en: "the cut sheet `\(name)` has no rows", ru: "в списке `\(name)` нет строк")
    }
}
