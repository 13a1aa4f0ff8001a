import Diagnostics
import Policies
import Verdicts

extension Level {
    /// The word before a finding.
    var phrase: Phrase {
        switch self {
        case .note: Phrase(en: "note", ru: "к сведению")
        case .prove: Phrase(en: "prove", ru: "проверить")
        case .ask: Phrase(en: "ask", ru: "спросить")
        case .inconclusive: Phrase(en: "inconclusive", ru: "вывода нет")
        case .stop: Phrase(en: "stop", ru: "стоп")
        }
    }

    var tone: Tone {
        switch self {
        case .note: .remark
        case .prove, .ask: .caution
        case .inconclusive, .stop: .danger
        }
    }
}

extension Phrase {
    /// Some names, each once: all of them, or the first few and how many more.
    static func list(_ all: [String], limit: Int) -> Phrase {
        let names = all.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let shown = names.prefix(limit).map(\.displayed).joined(separator: ", ")
        guard names.count > limit else { return Phrase(verbatim: shown) }
        let more = Phrase.andMore(names.count - limit)
        return Phrase(en: "\(shown) \(more.en)", ru: "\(shown) \(more.ru)")
    }

    static func checkedAt(_ moment: String) -> Phrase { Phrase(en: "checked \(moment)", ru: "проверено \(moment)") }
    static func checkedAsOf(_ moment: String) -> Phrase { Phrase(en: "as of \(moment)", ru: "по состоянию на \(moment)") }
    static func verdictGoodUntil(_ moment: String) -> Phrase { Phrase(en: "good until \(moment)", ru: "действительно до \(moment)") }
    static let restsOnNothing = Phrase(en: "rests on nothing that expires", ru: "срока у сведений нет")

    static let why = Phrase(en: "Why", ru: "Почему")
    static func why(_ count: Int, of all: Int) -> Phrase {
        Phrase(en: "Why (the gravest \(count) of \(all))", ru: "Почему (самое серьёзное, \(count) из \(all))")
    }

    static let who = Phrase(en: "Who is affected", ru: "Кого это коснётся")
    static let certainly = Phrase(en: "certainly stops", ru: "точно остановится")
    static let possibly = Phrase(en: "possibly stops", ru: "может остановиться")
    static let weaker = Phrase(en: "runs with less in reserve", ru: "останется без резерва")
    static let unexplained = Phrase(en: "cannot be said", ru: "сказать нельзя")
    static let notAffected = Phrase(en: "not affected", ru: "не коснётся")
    static let noServices = Phrase(
        en: "cannot be said: no service is on record", ru: "сказать нельзя: в учёте нет ни одного сервиса")

    static let wayBack = Phrase(en: "Way back", ru: "Путь назад")
    static func afterStep(_ steps: String) -> Phrase { Phrase(en: "after \(steps)", ru: "после \(steps)") }

    static let limits = Phrase(en: "What this rests on", ru: "На чём это основано")
    static let nothingToAsk = Phrase(en: "Nobody has to be asked.", ru: "Спрашивать никого не нужно.")
    static func nobodyToAsk(_ count: Int) -> Phrase {
        let questions = Noun(en: ("open question", "open questions"), ru: ("открытый вопрос", "открытых вопроса", "открытых вопросов"))
        let counted = questions.counted(count)
        return Phrase(
            en: "Nobody is named who could answer \(counted.en): write `questions_to` in client.yaml.",
            ru: "Некому задать \(counted.ru): напишите в client.yaml, кому задавать вопросы (`questions_to`).")
    }

    static func notAsked(_ people: [String], more: Int) -> Phrase {
        let list = people.joined(separator: "; ")
        let (english, russian) = more > 0 ? ("; \(Phrase.andMore(more).en)", "; \(Phrase.andMore(more).ru)") : ("", "")
        return Phrase(en: "Not asked yet (questions): \(list)\(english).", ru: "Ещё не спрошены (вопросов): \(list)\(russian).")
    }

    static func since(_ moment: String) -> Phrase {
        Phrase(en: "Since the result of \(moment)", ru: "По сравнению с результатом на \(moment)")
    }

    static let nothingChanged = Phrase(en: "nothing changed", ru: "ничего не изменилось")
    static func before(_ entry: Earlier.Entry) -> Phrase {
        entry.isSettled
            ? Phrase(en: "settled before", ru: "раньше было снято") : Phrase(en: "before: \(entry.level)", ru: "раньше: \(entry.level)")
    }

    static let questions = Phrase(en: "Questions, by person", ru: "Вопросы, по людям")
    static let exemptions = Phrase(en: "Left out by exemptions of the client", ru: "Исключено по указанию клиента")
    static func exempt(_ reason: String, by person: String, until day: String) -> Phrase {
        Phrase(
            en: "\(reason); claimed to be approved by \(person), until \(day)",
            ru: "\(reason); со слов утвердил \(person), до \(day)")
    }

    static let settled = Phrase(en: "settled", ru: "снято")
    static let explain = Phrase(
        en: "A rule is explained by: primum explain RULE", ru: "Правило объясняет команда: primum explain RULE")
}
