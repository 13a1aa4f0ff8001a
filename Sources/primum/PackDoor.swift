import Diagnostics
import LocatedYAML
import Policies

/// A pack that a command was given: one that comes with the program by its name, or a folder of rules.
struct PackDoor {
    /// Its texts as they were read.
    let pack: PackText
    /// Its folder; nil for a pack that comes with the program.
    let folder: String?
    /// Files of the folder that could not be read.
    let troubles: [Diagnostic]

    static let shippedNames = PackText.shipped.map(\.name)

    /// Opens a pack. A name of what comes with the program goes before a folder of that name, which is written `./name`.
    ///
    /// - Throws: bad input where there is neither.
    init(_ word: String, _ language: Language) throws(Failure) {
        if let pack = PackText.shipped.first(where: { $0.name == word }) {
            (self.pack, folder, troubles) = (pack.anew, nil, [])
            return
        }
        let path = word.count > 1 && word.hasSuffix("/") ? String(word.dropLast()) : word
        guard Files.kind(of: path) == .folder else {
            let near =
                suggestion(for: word, among: Self.shippedNames).map { [Phrase.didYouMean([$0])] } ?? [.packsAtHand(Self.shippedNames)]
            throw Failure(Diagnostic("no-such-pack", .error, .noSuchPack(word), help: near), language)
        }
        guard Files.kind(of: Files.path(path, "pack.yaml")) == .file else {
            throw Failure(Diagnostic("no-such-pack", .error, .noPackFile(path)), language)
        }
        let read: (texts: [SourceText], troubles: [Diagnostic])
        do {
            read = try Self.texts(in: path)
        } catch {
            throw Failure(error, language)
        }
        pack = PackText(name: Files.name(of: Files.absolute(path)), files: read.texts)
        (folder, troubles) = (path, read.troubles)
    }

    /// The YAML files in a folder, in the order of their names.
    static func texts(in folder: String) throws(FileTrouble) -> (texts: [SourceText], troubles: [Diagnostic]) {
        var (texts, troubles): ([SourceText], [Diagnostic]) = ([], [])
        for name in try Files.names(in: folder) where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            do {
                texts.append(try Files.text(at: Files.path(folder, name)))
            } catch {
                troubles.append(error.cured)
            }
        }
        return (texts, troubles)
    }
}

extension Phrase {
    fileprivate static func noSuchPack(_ word: String) -> Phrase {
        Phrase(en: "there is neither a pack nor a folder `\(word)`", ru: "нет ни пакета, ни папки `\(word)`")
    }

    fileprivate static func noPackFile(_ folder: String) -> Phrase {
        Phrase(en: "`\(folder)` is no pack: it has no `pack.yaml`", ru: "`\(folder)` — не пакет: в ней нет `pack.yaml`")
    }

    fileprivate static func packsAtHand(_ names: [String]) -> Phrase {
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(
            en: "packs that come with primum: \(list); others are named by their folder",
            ru: "с primum поставляются: \(list); остальные называют папкой")
    }
}
