import Diagnostics

/// The sign before something on a picture: what the order does to it.
enum Mark: Sendable {
    case none, touched, forbidden, touchedThoughForbidden, arriving, offered

    init(isTouched: Bool, isForbidden: Bool, isOffered: Bool = false) {
        self =
            switch (isTouched, isForbidden) {
            case (false, false): isOffered ? .offered : .none
            case (true, false): .touched
            case (false, true): .forbidden
            case (true, true): .touchedThoughForbidden
            }
    }

    /// One column wide.
    var sign: String {
        switch self {
        case .none: " "
        case .touched: "▶"
        case .forbidden: "✗"
        case .touchedThoughForbidden: "‼"
        case .arriving: "+"
        case .offered: "◇"
        }
    }

    var tone: Tone {
        switch self {
        case .none: .plain
        case .touched: .caution
        case .forbidden, .touchedThoughForbidden: .danger
        case .arriving, .offered: .good
        }
    }

    /// The line of the legend: racks show what arrives, devices which ports are offered.
    static func legend(_ typesetter: Typesetter, arrivals: Bool) -> String {
        let marks: [(Mark, Phrase)] =
            [(.touched, .touched), (.forbidden, .forbidden), (.touchedThoughForbidden, .both)]
            + [arrivals ? (.arriving, .arriving) : (.offered, .offered)]
        return marks.map { "\(typesetter.ink.painted($0.sign, $0.tone)) \($1[typesetter.language])" }.joined(separator: "   ")
    }
}

extension Phrase {
    fileprivate static let touched = Phrase(en: "the order touches it", ru: "заявка это трогает")
    fileprivate static let forbidden = Phrase(en: "must not be touched", ru: "трогать нельзя")
    fileprivate static let both = Phrase(en: "must not be touched, and the order does", ru: "трогать нельзя, а заявка трогает")
    fileprivate static let offered = Phrase(en: "free for the order, displaces nobody", ru: "свободен для заявки, никого не вытесняет")
    fileprivate static let arriving = Phrase(en: "the order brings it", ru: "заявка это ставит")
}
