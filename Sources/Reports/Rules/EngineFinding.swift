package import Diagnostics

/// Findings that the engine alone makes: the check itself could not be done as it should. No pack sets them, no client lowers them.
package enum EngineFinding: String, CaseIterable, Sendable {
    case ruleFailed = "rule-failed"
    case noRules = "no-rules"
    case noServices = "no-services"
    case noSteps = "no-steps"
    case unreadableFile = "unreadable-file"
    case brokenReference = "broken-reference"

    /// What it means.
    package var title: Phrase {
        switch self {
        case .ruleFailed: Phrase(en: "a rule could not be applied", ru: "правило не удалось применить")
        case .noRules: Phrase(en: "no rules are in use", ru: "не действует ни одно правило")
        case .noServices: Phrase(en: "no service is on record", ru: "в учёте нет ни одного сервиса")
        case .noSteps: Phrase(en: "the order has no steps", ru: "в заявке нет шагов")
        case .unreadableFile: Phrase(en: "a file could not be read", ru: "файл не удалось прочитать")
        case .brokenReference: Phrase(en: "a reference leads nowhere", ru: "ссылка никуда не ведёт")
        }
    }

    /// Why it keeps a check from an answer, and what to do.
    package var why: Phrase {
        switch self {
        case .ruleFailed:
            Phrase(
                en: "A rule that errs says nothing, and nothing said is no pass. Put the rule or the facts right that it names.",
                ru: "Правило с ошибкой ничего не говорит, а молчание — не разрешение. Исправьте правило или сведения, которые оно называет."
            )
        case .noRules:
            Phrase(
                en: "An empty `use:` judges nothing. Name a pack in policy.yaml, or remove the file: do-no-harm is then used whole.",
                ru:
                    "Пустой `use:` ничего не проверяет. Назовите набор правил в policy.yaml или уберите файл: тогда действует весь do-no-harm."
            )
        case .noServices:
            Phrase(
                en:
                    "Harm is what the client's people would miss. Without services nobody can say what the work does to them: write them in client.yaml.",
                ru:
                    "Вред — это то, чего хватятся люди клиента. Без сервисов нельзя сказать, что работы с ними сделают: запишите их в client.yaml."
            )
        case .noSteps:
            Phrase(
                en: "An order that does nothing on paper says nothing of what will be done. Write the steps.",
                ru: "Если на бумаге ничего не делается, неизвестно, что сделают на месте. Запишите шаги.")
        case .unreadableFile:
            Phrase(
                en: "What stands in the file is not known to the check. Put right what `primum inventory validate` shows.",
                ru: "Того, что стоит в файле, проверка не знает. Исправьте то, что показывает `primum inventory validate`.")
        case .brokenReference:
            Phrase(
                en:
                    "An object of the record was left out, and what hangs on it is not seen. Put right what `primum inventory validate` shows.",
                ru:
                    "Объект учёта пропущен, и того, что на нём держится, не видно. Исправьте то, что показывает `primum inventory validate`."
            )
        }
    }
}
