import Diagnostics
import Inventories
import Policies
import Rehearsals
import Verdicts

/// The open questions by person, as text.
struct QuestionSheets {
    private let check: Check
    private let typesetter: Typesetter
    private let sheets: [Questionnaire]
    private static let shownNames = 6

    init(_ check: Check, _ typesetter: Typesetter) {
        self.check = check
        self.typesetter = typesetter
        sheets = check.questionnaires
    }

    private var facts: Facts { check.facts }
    private func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }

    /// A block for each person; those whose questions differ in nothing but the service stand in one, each with his own.
    var text: String {
        blocks.map { block in
            var text = ""
            if let shared = block.shared {
                text += "  " + say(.eachAboutHisOwn) + "\n"
                for (sheet, service) in shared {
                    let people = sheet.addressees.map { check.address(of: $0) }.joined(separator: "; ")
                    text += "    " + typesetter.wrapped("\(people): \(service.displayed)", indent: 6) + "\n"
                }
            } else {
                let people = block.sheet.addressees
                let names = people.count == 1 ? check.address(of: people[0]) : people.map { check.name(of: $0) }.joined(separator: ", ")
                text += "  " + typesetter.wrapped(names, indent: 2) + "\n"
            }
            for (number, words) in block.items.enumerated() {
                text += "    \(number + 1). " + typesetter.wrapped(words, indent: 7) + "\n"
            }
            return text
        }.joined()
    }

    // MARK: - Blocks

    private struct Block {
        let sheet: Questionnaire
        let items: [String]
        /// Those who are asked the same, each about the service that is his.
        var shared: [(sheet: Questionnaire, service: String)]?
    }

    private var blocks: [Block] {
        var patterns: [[String]: [(sheet: Questionnaire, service: String)]] = [:]
        let written = sheets.map { sheet in
            let (items, service) = (sheet.items.map { words(for: $0) }, onlyService(of: sheet))
            return (sheet, items, service, pattern: service.map { pattern(items, $0) } ?? [])
        }
        for (sheet, _, service, pattern) in written {
            if let service { patterns[pattern, default: []].append((sheet, service)) }
        }
        return written.compactMap { sheet, items, service, pattern in
            guard let service, let alike = patterns[pattern], alike.count > 1 else { return Block(sheet: sheet, items: items) }
            return alike[0].service == service ? Block(sheet: sheet, items: pattern, shared: alike) : nil
        }
    }

    private func pattern(_ items: [String], _ service: String) -> [String] {
        items.map { $0.replacing(service.displayed, with: say(.yourService)) }
    }

    /// The service that all of somebody's questions are about; nil where they are about other things too.
    private func onlyService(of sheet: Questionnaire) -> String? {
        let subjects = Set(sheet.items.flatMap(\.parts).flatMap { check.members(of: $0) }.map { [$0.subject.type, $0.subject.label] })
        guard subjects.count == 1, let only = subjects.first, only[0] == "Impact" || only[0] == "Service" else { return nil }
        return only[1].text
    }

    // MARK: - Words

    /// What is to be decided and what follows from it; then what is asked back first, and where the question comes from.
    private func words(for item: Questionnaire.Item) -> String {
        let deciding = item.parts.filter { check.findings[$0.finding].level == .ask }
        var words = deciding.map { say(check.members(of: $0)[0].message).displayed.sentence }
        let members = check.members(of: item.parts[0])
        let others = names(of: members.filter { $0.subject.label != members[0].subject.label }, besides: members[0].step)
        if !others.isEmpty { words.append(say(.likewise(.list(others, limit: Self.shownNames)))) }
        let recall = say(item.recall).displayed
        if deciding.isEmpty {
            words.append(recall)
        } else {
            words += consequence(of: deciding).map(say)
            words += [say(.mayTheCrew), say(.first(lowered(recall, members)))]
        }
        let stops = item.parts.filter { check.findings[$0.finding].level == .stop }.map { check.findings[$0.finding].rule.text }
        if !item.isSettling {
            words.append(say(.onlyHelps))
        } else if !stops.isEmpty {
            words.append(say(.onlyHelpsWith(stops.joined(separator: ", "))))
        }
        let rules = item.parts.map { check.findings[$0.finding].rule.text }.joined(separator: ", ")
        return (words + ["[\(say(.readBack(item.readBack.text.displayed))); \(rules)]"]).joined(separator: " ")
    }

    /// Members by name, each once, with their steps where these are others than the one told of.
    private func names(of members: [Finding.Member], besides step: Ref<StepFact>?) -> [String] {
        var named: [(label: Symbol, steps: [String])] = []
        for member in members {
            let place = named.firstIndex { $0.label == member.subject.label } ?? named.endIndex
            if place == named.endIndex { named.append((member.subject.label, [])) }
            let own = member.step.map { facts.steps[Int($0.index)].id.text }
            if let own, own != member.subject.label.text, member.step != step, !named[place].steps.contains(own) {
                named[place].steps.append(own)
            }
        }
        return named.map { $0.steps.isEmpty ? $0.label.text : "\($0.label) (\($0.steps.joined(separator: ", ")))" }
    }

    /// The question as a part of a sentence; what begins with a name stays as it is.
    private func lowered(_ question: String, _ members: [Finding.Member]) -> String {
        let word = question.prefix { $0.isLetter }
        let isName =
            members.contains { question.hasPrefix($0.subject.label.text.displayed) } || word.dropFirst().contains { !$0.isLowercase }
        return isName ? question : question.prefix(1).lowercased() + question.dropFirst()
    }

    /// Which services the steps stop that are to be decided on, where the questions do not speak of these services themselves.
    private func consequence(of parts: [Questionnaire.Part]) -> [Phrase] {
        let members = parts.flatMap { check.members(of: $0) }.filter { $0.subject.type != "Impact" }
        var steps: [Ref<StepFact>] = []
        for step in members.compactMap(\.step) where !steps.contains(step) { steps.append(step) }
        let impacts = steps.flatMap { step in
            facts[facts.steps[Int(step.index)].impacts].map { facts.impacts[Int($0.index)] }.filter { $0.since == step }
        }
        func names(_ certainty: String) -> [String] {
            impacts.filter { $0.certainty.text == certainty }.compactMap(\.service).map { facts.services[Int($0.index)].shownName }
        }
        let certain = names("certain")
        let possible = names("possible").filter { !certain.contains($0) }
        return [(certain, Phrase.thisStops), (possible, Phrase.thisMayStop)].filter { !$0.0.isEmpty }
            .map { $1(.list($0, limit: Self.shownNames)) }
    }
}

extension ServiceFact {
    /// The name that the client's people use.
    var shownName: String { (name.isEmpty ? id : name).text }
}

extension String {
    /// The text as a sentence of its own.
    var sentence: String {
        let end = last.map { ".!?…".contains($0) } == true ? "" : "."
        return prefix(1).uppercased() + dropFirst() + end
    }
}

extension Phrase {
    fileprivate static let eachAboutHisOwn = Phrase(en: "Each about his own service:", ru: "Каждый о своём сервисе:")
    fileprivate static let yourService = Phrase(en: "<service>", ru: "<сервис>")
    fileprivate static let mayTheCrew = Phrase(en: "May the crew do it?", ru: "Можно ли это делать?")

    fileprivate static func first(_ question: String) -> Phrase {
        Phrase(en: "First: \(question)", ru: "Сначала ответьте: \(question)")
    }

    fileprivate static func likewise(_ names: Phrase) -> Phrase {
        Phrase(en: "The same about \(names.en).", ru: "То же про \(names.ru).")
    }

    fileprivate static func thisStops(_ names: Phrase) -> Phrase {
        Phrase(en: "This certainly stops \(names.en).", ru: "При этом точно остановится: \(names.ru).")
    }

    fileprivate static func thisMayStop(_ names: Phrase) -> Phrase {
        Phrase(en: "This may stop \(names.en).", ru: "При этом может остановиться: \(names.ru).")
    }

    fileprivate static func readBack(_ code: String) -> Phrase { Phrase(en: "to be read back: \(code)", ru: "назвать в ответе: \(code)") }

    fileprivate static func onlyHelpsWith(_ rules: String) -> Phrase {
        Phrase(en: "For \(rules) the answer only adds knowledge.", ru: "Для \(rules) ответ лишь добавит сведений.")
    }

    fileprivate static let onlyHelps = Phrase(
        en: "An answer adds knowledge; it is no permission.", ru: "Ответ добавит сведений, но это не разрешение.")
}
