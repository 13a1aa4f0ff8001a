package import Diagnostics
import Seals

extension LedgerTrouble {
    /// The permanent name of the kind of trouble.
    package var code: String {
        switch self {
        case .missing: "ledger-missing"
        case .exists: "ledger-exists"
        case .notALedger: "not-a-ledger"
        case .newer: "ledger-newer"
        case .schemaChanged: "ledger-schema"
        case .notReadable, .notWritable: "ledger-permission"
        case .locked: "ledger-locked"
        case .full: "disk-full"
        case .swapped: "ledger-swapped"
        case .interrupted: "ledger-interrupted"
        case .damagedFile, .damaged, .damagedCheckpoint: "ledger-damaged"
        case .failed: "ledger-failed"
        case .rolledBack: "ledger-rolled-back"
        case .otherHistory: "ledger-other-history"
        case .wrongKey: "ledger-key"
        case .noSuchEntry: "no-such-entry"
        case .notRedactable: "not-redactable"
        case .unfit: "unfit-entry"
        }
    }

    /// What people are told.
    package var diagnostic: Diagnostic { Diagnostic(code, .error, summary) }

    private var summary: Phrase {
        switch self {
        case .damaged(let damage, let entry):
            Phrase(en: "entry \(entry) of the ledger: \(damage.phrase.en)", ru: "запись \(entry) журнала: \(damage.phrase.ru)")
        case .damagedCheckpoint(let size):
            Phrase(
                en: "the ledger's own checkpoint of \(size) entries does not agree with them",
                ru: "собственная контрольная точка журнала (записей: \(size)) не сходится с записями")
        case .rolledBack(let size, let known):
            Phrase(
                en:
                    "the ledger has \(size) entries, and its checkpoint in \(known.place) says that there were \(known.checkpoint.head.size)",
                ru: "записей в журнале \(size), а по его контрольной точке (\(known.place)) их было \(known.checkpoint.head.size)")
        case .otherHistory(let known):
            Phrase(
                en: "the ledger has another history than its checkpoint of \(known.checkpoint.head.size) entries in \(known.place)",
                ru: "история журнала не та, что в его контрольной точке (записей: \(known.checkpoint.head.size); \(known.place))")
        case .wrongKey: Phrase(en: "this is not the key that signs the ledger", ru: "журнал подписывается другим ключом")
        case .noSuchEntry(let number): Phrase(en: "the ledger has no entry \(number)", ru: "записи \(number) в журнале нет")
        case .notRedactable(let number):
            Phrase(
                en: "entry \(number) cannot be redacted, or was redacted before", ru: "запись \(number) стереть нельзя, или она уже стёрта")
        case .unfit(let unfit): unfit.phrase
        default: ofFile
        }
    }

    private var ofFile: Phrase {
        switch self {
        case .missing(let path): Phrase(en: "there is no ledger `\(path)`", ru: "журнала `\(path)` нет")
        case .exists(let path): Phrase(en: "`\(path)` is there already", ru: "`\(path)` уже существует")
        case .notALedger(let path): Phrase(en: "`\(path)` is not a ledger", ru: "`\(path)` — не журнал")
        case .newer(let path):
            Phrase(en: "`\(path)` was made by a newer primum", ru: "журнал `\(path)` создан более новой версией primum")
        case .schemaChanged(let path):
            Phrase(
                en: "the tables or guards of `\(path)` are not those of a ledger: somebody changed them",
                ru: "таблицы или ограничения в `\(path)` не те, что у журнала: их кто-то менял")
        case .notReadable(let path): Phrase(en: "`\(path)` cannot be read", ru: "`\(path)` не читается")
        case .notWritable(let path): Phrase(en: "`\(path)` cannot be written", ru: "в `\(path)` нельзя писать")
        case .locked(let path): Phrase(en: "another process is writing `\(path)`", ru: "в `\(path)` пишет другой процесс")
        case .full(let path):
            Phrase(en: "the disk is full; nothing was added to `\(path)`", ru: "диск полон; в `\(path)` ничего не добавлено")
        case .swapped(let path):
            Phrase(en: "another file has taken the place of `\(path)`", ru: "место файла `\(path)` занял другой файл")
        case .interrupted(let path):
            Phrase(
                en: "writing `\(path)` was interrupted; the next command that writes puts it right",
                ru: "запись в `\(path)` была прервана; следующая команда, которая пишет, приведёт его в порядок")
        case .damagedFile(let path, let words): Phrase(en: "`\(path)` is damaged: \(words)", ru: "файл `\(path)` повреждён: \(words)")
        case .failed(let path, let words): Phrase(en: "`\(path)`: \(words)", ru: "`\(path)`: \(words)")
        default: Phrase(en: "the ledger cannot be used", ru: "журналом нельзя пользоваться")
        }
    }
}

extension LedgerTrouble.Damage {
    fileprivate var phrase: Phrase {
        switch self {
        case .place: Phrase(en: "it is missing or stands at another place", ru: "отсутствует или стоит не на своём месте")
        case .leaf: Phrase(en: "it is no entry of this ledger", ru: "это не запись этого журнала")
        case .genesis: Phrase(en: "the beginning is missing, or stands twice", ru: "начала нет, или оно стоит дважды")
        case .clock: Phrase(en: "the mark of a clock that went back is wrong", ru: "отметка о переведённых назад часах неверна")
        case .body: Phrase(en: "its content is not what was entered", ru: "содержание не то, что было внесено")
        case .attachment(let place):
            Phrase(en: "attachment \(place + 1) is not what was entered", ru: "вложение \(place + 1) не то, что было внесено")
        case .contentMissing: Phrase(en: "its content is gone, and no redaction says so", ru: "содержания нет, а о стирании записи нет")
        case .contentThere: Phrase(en: "its content is there, though it was redacted", ru: "содержание на месте, хотя его стёрли")
        case .record: Phrase(en: "what the ledger wrote for itself is not sound", ru: "служебная запись журнала неверна")
        }
    }
}

extension LedgerTrouble.Unfit {
    fileprivate var phrase: Phrase {
        switch self {
        case .orderName: Phrase(en: "the name of the order has no place in a ledger", ru: "такое имя заявки нельзя внести в журнал")
        case .body: Phrase(en: "the content has no canonical form", ru: "у содержания нет канонической записи")
        case .attachmentTooLarge: Phrase(en: "an attachment is larger than 64 MiB", ru: "вложение больше 64 МиБ")
        case .tooManyAttachments: Phrase(en: "an entry has at most 64 attachments", ru: "вложений у записи не больше 64")
        case .kindOfLedger: Phrase(en: "the ledger makes entries of this kind itself", ru: "такие записи журнал делает сам")
        }
    }
}
