import Diagnostics
import LocatedYAML

extension Export {
    /// What a text looks like before anybody reads it.
    enum Appearance {
        case json
        /// Of the web interface, or of a server in between.
        case page
        /// A CSV file, a picture, a note.
        case other

        init(of text: SourceText) {
            switch text.bytes.first(where: { $0 > 0x20 && !Self.mark.contains($0) }) {
            case UInt8(ascii: "{"), UInt8(ascii: "["): self = .json
            case UInt8(ascii: "<"): self = .page
            default: self = text.name.hasSuffix(".json") ? .json : .other
            }
        }

        /// The bytes of a byte order mark.
        private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    }
}

extension Diagnostic {
    static func webPage(_ text: SourceText, _ file: FileID) -> Diagnostic {
        Diagnostic("netbox-page", .error, .webPage(text.name), at: Span(file: file, start: 0, end: 1), help: [.askTheAPI])
    }

    /// What is wrong with JSON that holds no list; nil where nothing says that it should.
    static func noList(_ root: Node, of text: SourceText, isNamed: Bool) -> Diagnostic? {
        if root.kind == .mapping, let detail = root.text("detail") {
            return Diagnostic("netbox-refused", .error, .answered(text.name, detail), at: root["detail"]?.span, help: [.askTheAPI])
        }
        if root.kind == .mapping, root["id"] != nil, root.text("url").flatMap(Endpoint.named(byAddress:)) != nil {
            return Diagnostic("netbox-one-object", .error, .oneObject(text.name), at: root["id"]?.span, help: [.giveTheList])
        }
        let isList = root.kind == .mapping && root["results"] != nil
        guard isNamed || isList else { return nil }
        return Diagnostic("netbox-no-list", .error, .noList(text.name), at: (root["results"] ?? root).span, help: [.giveTheList])
    }

    static func toldTwice(_ object: ForeignObject, first: Node) -> Diagnostic {
        Diagnostic(
            "netbox-twice", .error, .toldTwice(object.endpoint.path, object.id), at: object.node["id"]?.span,
            related: first["id"].map { [.init($0.span, .firstTime)] } ?? [], help: [.oneExport])
    }

    /// Places or devices that lie in each other.
    static func ring(_ object: ForeignObject, _ field: String, _ names: [String]) -> Diagnostic {
        Diagnostic("netbox-ring", .error, .ring(object.endpoint.path, names), at: object.node[field]?.span, help: [.correctThere])
    }
}

extension Phrase {
    fileprivate static func webPage(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` is a web page, not an answer of the REST API", ru: "`\(name)` — веб-страница, а не ответ REST API")
    }

    fileprivate static func answered(_ name: String, _ detail: String) -> Phrase {
        Phrase(
            en: "`\(name)` holds no list but what NetBox answered instead: \(detail)",
            ru: "в `\(name)` не список, а отказ NetBox: \(detail)")
    }

    fileprivate static func oneObject(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` holds one object, not a list", ru: "в `\(name)` один объект, а не список")
    }

    fileprivate static func noList(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` holds no list of objects", ru: "в `\(name)` нет списка объектов")
    }

    fileprivate static func toldTwice(_ path: String, _ id: Int) -> Phrase {
        Phrase(
            en: "object \(id) of `\(path)` is told twice, and not in the same way",
            ru: "объект \(id) из `\(path)` описан дважды и по-разному")
    }

    fileprivate static func ring(_ path: String, _ names: [String]) -> Phrase {
        let way = names.map { "`\($0)`" }.joined(separator: " → ")
        return Phrase(en: "objects of `\(path)` lie in each other: \(way)", ru: "объекты из `\(path)` вложены друг в друга: \(way)")
    }

    fileprivate static var firstTime: Phrase {
        Phrase(en: "told first here", ru: "впервые описан здесь")
    }

    fileprivate static var askTheAPI: Phrase {
        Phrase(
            en: "ask an address that begins with `/api/`, with a token that may read it, and keep the answer only when its status is 200",
            ru:
                "запрашивайте адрес, который начинается с `/api/`, с ключом, которому разрешено чтение, и сохраняйте ответ только со статусом 200"
        )
    }

    fileprivate static var giveTheList: Phrase {
        Phrase(
            en: "give the answer of the whole list, such as `GET /api/dcim/devices/?limit=0`",
            ru: "передайте ответ списка целиком, например `GET /api/dcim/devices/?limit=0`")
    }

    fileprivate static var oneExport: Phrase {
        Phrase(
            en: "export all lists again at one time and from one NetBox: they changed meanwhile, or two exports are mixed",
            ru: "выгрузите все списки заново, сразу и из одного NetBox: они изменились по ходу или смешаны две выгрузки")
    }

    fileprivate static var correctThere: Phrase {
        Phrase(en: "correct it in NetBox, and export the list again", ru: "исправьте это в NetBox и выгрузите список заново")
    }

    static func objectWithoutID(_ path: String) -> Phrase {
        Phrase(en: "an object of `\(path)` has no number (`id`)", ru: "у объекта из `\(path)` нет номера (`id`)")
    }

    static func pagesMissing(_ path: String, held: Int, of count: Int) -> Phrase {
        Phrase(
            en: "`\(path)` is not complete: \(held) of \(count) objects are here",
            ru: "список `\(path)` неполон: есть \(held) из \(count) объектов")
    }

    static func pageFollows(_ path: String) -> Phrase {
        Phrase(
            en: "`\(path)` goes on with another page, and does not say how many objects there are",
            ru: "у списка `\(path)` есть следующая страница, и не сказано, сколько в нём объектов")
    }

    static var followNext: Phrase {
        Phrase(
            en: "NetBox answers in pages: follow `next` until it is null, and give all pages together",
            ru: "NetBox отвечает страницами: идите по `next`, пока там не окажется null, и передайте все страницы вместе")
    }

    static var exportAgain: Phrase {
        Phrase(en: "export the list again, without `brief` or `fields`", ru: "выгрузите список заново, без `brief` и `fields`")
    }
}
