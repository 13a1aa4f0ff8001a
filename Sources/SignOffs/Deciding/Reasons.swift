package import Diagnostics
import Seals

extension Reception.Reason {
    /// The reason in words, fit for the summary of a diagnostic.
    package var phrase: Phrase {
        switch self {
        case .form(let fault): fault.phrase
        case .otherLedger(let origin):
            Phrase(en: "it is about another ledger, `\(origin.displayed)`", ru: "это ответ для другого журнала: `\(origin.displayed)`")
        case .otherHistory:
            Phrase(
                en: "the checkpoint in it is of a history that this ledger does not have",
                ru: "контрольная точка в нём говорит об истории, которой в этом журнале нет")
        case .notAsked:
            Phrase(en: "these questions were never entered as asked", ru: "запись о том, что эти вопросы задавались, отсутствует")
        case .olderThanAsked:
            Phrase(
                en: "its checkpoint is older than the entry that says that it was asked",
                ru: "контрольная точка в нём старше записи о том, что вопрос задан")
        case .addressedTo(let contact): Phrase(en: "the questions were put to \(contact)", ru: "вопросы были заданы не ему, а \(contact)")
        case .noSuchQuestion(let id): Phrase(en: "there is no question `\(id.displayed)`", ru: "вопроса `\(id.displayed)` там нет")
        case .shownOtherwise(let id):
            Phrase(
                en: "what it says was shown with `\(id)` is not what the question says",
                ru: "показанный текст вопроса `\(id)` не тот, что в самом вопросе")
        case .notOffered(let id, let says):
            Phrase(en: "`\(id)` does not offer the answer `\(says.rawValue)`", ru: "ответа `\(says.rawValue)` вопрос `\(id)` не предлагает")
        }
    }
}

extension Ruling.Reason {
    /// The reason in words, fit for one line beside the answer.
    package var phrase: Phrase {
        switch self {
        case .caution:
            Phrase(
                en: "what leads to more caution counts at once, from anybody",
                ru: "то, что ведёт к осторожности, действует сразу и от любого")
        case .objectionNotQuoted(let entry, let by):
            Phrase(
                en: "the objection of \(by) (entry \(entry)) was not before his eyes",
                ru: "возражение \(by) (запись \(entry)) ему не показали")
        case .objectionStands(let entry, let by):
            Phrase(
                en: "the objection of \(by) (entry \(entry)) stands: it is neither taken back nor overruled",
                ru: "возражение \(by) (запись \(entry)) в силе: оно не снято и не отменено тем, кто вправе")
        case .enteredTooLate: Phrase(en: "it came in after the time for answers", ru: "ответ пришёл позже срока")
        case .validNoMore: Phrase(en: "the time for which the question was put is over", ru: "срок действия вопроса истёк")
        case .signatureUnreadable, .signatureNamespace, .signatureWrong, .keyOfStranger, .keyOfAnother, .keyRevoked, .keyDoubtful:
            ofSignature
        case .readBackMissing, .readBackWrong, .readBackLookAlike, .checkWrong: ofReadBack
        case .notPutToday: Phrase(en: "the question would not be put any more", ru: "сегодня этот вопрос не возник бы")
        case .questionDiffers(let differences):
            Phrase(
                en: "the question put today differs in \(differences.map { "`\($0.field)`" }.joined(separator: ", "))",
                ru: "сегодня вопрос был бы другим: \(differences.map { "`\($0.field)`" }.joined(separator: ", "))")
        case .noSay: Phrase(en: "he has no say over it", ru: "он этим не распоряжается")
        case .isRequester: Phrase(en: "who ordered the work does not release it", ru: "заказчик работ их не согласует")
        case .isCrew: Phrase(en: "who does the work does not release it", ru: "исполнитель работ их не согласует")
        case .isOtherApprover: Phrase(en: "two persons are needed, and he is the first", ru: "нужны два человека, а первый — он сам")
        case .hasOtherApproversKey:
            Phrase(en: "two persons are needed, and this is the first one's key", ru: "нужны два человека, а ключ тот же, что у первого")
        case .conditionNotHeld(let condition):
            Phrase(
                en: "“\(condition.displayed)” is no hold point of the order that he watches: taken as a refusal",
                ru: "«\(condition.displayed)» — не точка остановки под его присмотром: считается отказом")
        case .gradeTooLow(let grade, let wanted):
            Phrase(
                en: "grade \(grade.rawValue), \(wanted.rawValue) is needed: \(grade.lift.en)",
                ru: "уровень \(grade.rawValue), нужен \(wanted.rawValue): \(grade.lift.ru)")
        case .complete(let grade): Phrase(en: "grade \(grade.rawValue)", ru: "уровень \(grade.rawValue)")
        }
    }

    private var ofSignature: Phrase {
        switch self {
        case .signatureUnreadable(let fault): fault.phrase
        case .signatureNamespace(let name):
            Phrase(en: "the signature is for `\(name.displayed)`, not for answers", ru: "подпись не для ответов, а для `\(name.displayed)`")
        case .keyOfStranger: Phrase(en: "nobody knows whose key signed it", ru: "чьим ключом подписано, неизвестно")
        case .keyOfAnother(let other):
            Phrase(en: "it is signed with the key of \(other)", ru: "подписано ключом другого человека: \(other)")
        case .keyRevoked(let entry): Phrase(en: "the key was revoked before, in entry \(entry)", ru: "ключ отозван раньше, запись \(entry)")
        case .keyDoubtful(let entry):
            Phrase(
                en: "the key may have been in other hands then (entry \(entry))",
                ru: "ключ тогда мог быть в чужих руках (запись \(entry))")
        default: Phrase(en: "the signature is not over this file", ru: "подпись не от этого файла")
        }
    }

    private var ofReadBack: Phrase {
        switch self {
        case .readBackMissing: Phrase(en: "the code was not read back", ru: "код не повторён")
        case .readBackWrong(let code):
            Phrase(en: "another code was read back, `\(code.displayed)`", ru: "повторён другой код: `\(code.displayed)`")
        case .readBackLookAlike(let code):
            Phrase(
                en: "what was read back, `\(code.displayed)`, looks like the code and is another one",
                ru: "повторённое, `\(code.displayed)`, похоже на код, но это другой код")
        default: Phrase(en: "the check question was answered wrong", ru: "на проверочный вопрос дан неверный ответ")
        }
    }
}

extension Grade {
    /// What would lift an answer of this grade.
    fileprivate var lift: Phrase {
        switch self {
        case .a: Phrase(en: "nothing is higher", ru: "выше не бывает")
        case .b: Phrase(en: "the party vouches for this very key", ru: "сторона должна подтвердить именно этот ключ")
        case .c: Phrase(en: "signed, with a key or by hand on the printed sheet", ru: "нужна подпись ключом или от руки на распечатке")
        case .d: Phrase(en: "signed, or at least the mail or page kept", ru: "нужна подпись или хотя бы само письмо или страница")
        }
    }
}

extension SSHSignature.Fault {
    /// The fault in words.
    package var phrase: Phrase {
        switch self {
        case .tooLarge: Phrase(en: "the signature is too large", ru: "подпись слишком велика")
        case .malformed: Phrase(en: "this is no signature of `ssh-keygen`", ru: "это не подпись `ssh-keygen`")
        case .key(let fault): fault.phrase
        case .algorithm(let name):
            Phrase(en: "signatures with `\(name.displayed)` do not count", ru: "подписи `\(name.displayed)` не принимаются")
        }
    }
}

extension SSHKey.Fault {
    /// The fault in words.
    package var phrase: Phrase {
        switch self {
        case .malformed: Phrase(en: "this is no public key of OpenSSH", ru: "это не открытый ключ OpenSSH")
        case .unknownKind(let kind):
            Phrase(en: "keys of the kind `\(kind.displayed)` do not count", ru: "ключи вида `\(kind.displayed)` не принимаются")
        case .rsaSize(let bits):
            Phrase(
                en: "an RSA key has 2048 to 16384 bits, not \(bits)", ru: "в ключе RSA должно быть от 2048 до 16384 бит, а не \(bits)")
        }
    }
}
