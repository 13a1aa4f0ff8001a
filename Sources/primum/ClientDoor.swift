import Diagnostics
import Inventories
import LocatedYAML
import Policies

/// The client's folder on the disk: finding it, and reading all that belongs to it.
struct ClientDoor {
    /// The path as people know it; `.` for the current folder.
    let folder: String
    let language: Language

    /// Finds the client's folder: the one that is named, else the nearest above a file or above the current folder.
    static func find(_ options: ClientOptions, above file: String? = nil, _ language: Language) throws(Failure) -> ClientDoor {
        if let folder = options.client {
            let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
            guard Files.kind(of: path) == .folder else { throw Failure(.noSuchFolder(path), language) }
            guard Files.kind(of: Files.path(path, clientFile)) == .file else { throw Failure(.noClient(in: path), language) }
            return ClientDoor(folder: path, language: language)
        }
        var folder = file.map { Files.parent(of: $0) } ?? "."
        while Files.kind(of: Files.path(folder, clientFile)) != .file {
            let above = Files.parent(of: folder)
            if above == folder || Files.isSame(above, folder) || Files.kind(of: above) != .folder {
                throw Failure(.noClientAbove(file ?? "."), language)
            }
            folder = above
        }
        return ClientDoor(folder: folder, language: language)
    }

    /// The file that makes a folder a client's.
    static let clientFile = "client.yaml"

    /// Reads the folder; a file in it that cannot be read is reported and makes every check of it inconclusive.
    func read(deviceTypes library: String? = nil) throws(Failure) -> ClientFolder {
        var unreadable: [Diagnostic] = []
        let paths = inventoryPaths(&unreadable)
        let texts = texts(at: paths, &unreadable)
        let types = TypeLibrary(folders: [Files.path(folder, "device-types"), Files.path(folder, "module-types")], clone: library)
        if let library, Files.kind(of: library) != .folder { throw Failure(.noSuchFolder(library), language) }
        let own = try ownTexts(&unreadable)
        var read = ClientFolder.read(own + texts, at: folder) { types.text(of: $0) }
        unreadable += types.troubles
        for path in PolicySet.ownPacks(in: read.policy) {
            guard let pack = packTexts(at: path, &unreadable) else { continue }
            read.packs.append((path, pack))
        }
        for diagnostic in unreadable { read.log.add(diagnostic) }
        read.inventory.unreadableFiles += unreadable
        guard read.isReadable else { throw .input(read.log, read.texts, language) }
        keep(types)
        return read
    }

    /// Device types in use are kept with the client, so that the folder says the same without the library.
    private func keep(_ types: TypeLibrary) {
        do {
            let written = try types.keepBorrowed(in: folder)
            if !written.isEmpty { Terminal.tell(Diagnostic("types-kept", .note, .typesKept(written)), language) }
        } catch {
            Terminal.tell(Diagnostic("types-not-kept", .warning, .typesNotKept(folder), help: [error.cured.summary]), language)
        }
    }

    /// `client.yaml`, without which nothing can be said, and `policy.yaml`.
    private func ownTexts(_ unreadable: inout [Diagnostic]) throws(Failure) -> [SourceText] {
        var texts: [SourceText] = []
        do {
            texts.append(try Files.text(at: Files.path(folder, Self.clientFile)))
        } catch {
            throw Failure(error, language)
        }
        let policy = Files.path(folder, "policy.yaml")
        guard Files.kind(of: policy) != nil else { return texts }
        do {
            texts.append(try Files.text(at: policy))
        } catch {
            unreadable.append(error.cured)
        }
        return texts
    }

    /// The files of a pack that the client brings; folders in it, such as its tests, hold no rules. Nil where there is no such folder.
    private func packTexts(at path: String, _ unreadable: inout [Diagnostic]) -> [SourceText]? {
        let pack = Files.path(folder, path.hasPrefix("./") ? String(path.dropFirst(2)) : path)
        guard Files.kind(of: pack) == .folder else { return nil }
        return texts(at: paths(below: pack, depth: 32, &unreadable), &unreadable)
    }

    private func texts(at paths: [String], _ unreadable: inout [Diagnostic]) -> [SourceText] {
        var texts: [SourceText] = []
        for path in paths {
            do {
                texts.append(try Files.text(at: path))
            } catch {
                unreadable.append(error.cured)
            }
        }
        return texts
    }

    /// The files under `inventory/`, folders in it included, in the order of their paths.
    private func inventoryPaths(_ unreadable: inout [Diagnostic]) -> [String] {
        let root = Files.path(folder, "inventory")
        guard Files.kind(of: root) != nil else { return [] }
        return paths(below: root, depth: 0, &unreadable)
    }

    private func paths(below folder: String, depth: Int, _ unreadable: inout [Diagnostic]) -> [String] {
        let names: [String]
        do {
            names = try Files.names(in: folder)
        } catch {
            unreadable.append(error.cured)
            return []
        }
        return names.flatMap { name -> [String] in
            let path = Files.path(folder, name)
            // Links may lead in a circle.
            if Files.kind(of: path) == .folder { return depth < 32 ? paths(below: path, depth: depth + 1, &unreadable) : [] }
            return [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) } ? [path] : []
        }
    }
}

extension Diagnostic {
    fileprivate static func noSuchFolder(_ path: String) -> Diagnostic {
        Diagnostic("folder-missing", .error, .noSuchFolder(path))
    }

    fileprivate static func noClient(in folder: String) -> Diagnostic {
        Diagnostic("no-client", .error, .noClient(folder), help: [.makeOne(folder)])
    }

    fileprivate static func noClientAbove(_ path: String) -> Diagnostic {
        Diagnostic("no-client", .error, .noClientAbove(path), help: [.nameClient, .makeOne("client")])
    }
}

extension Phrase {
    fileprivate static func noSuchFolder(_ path: String) -> Phrase {
        Phrase(en: "there is no folder `\(path)`", ru: "папки `\(path)` нет")
    }

    fileprivate static func noClient(_ folder: String) -> Phrase {
        Phrase(
            en: "`\(folder)` is no client's folder: it has no `client.yaml`", ru: "`\(folder)` — не папка клиента: в ней нет `client.yaml`")
    }

    fileprivate static func noClientAbove(_ path: String) -> Phrase {
        path == "."
            ? Phrase(
                en: "neither the current folder nor one above it has a `client.yaml`",
                ru: "ни в текущей папке, ни выше неё нет `client.yaml`")
            : Phrase(en: "no folder above `\(path)` has a `client.yaml`", ru: "ни в одной папке выше `\(path)` нет `client.yaml`")
    }

    fileprivate static func typesKept(_ paths: [String]) -> Phrase {
        let list = paths.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(
            en: "device types in use are kept in the client's folder: \(list)", ru: "типы устройств сохранены в папке клиента: \(list)")
    }

    fileprivate static func typesNotKept(_ folder: String) -> Phrase {
        Phrase(
            en: "the device types in use could not be kept in `\(folder)`", ru: "типы устройств не удалось сохранить в папке `\(folder)`")
    }

    fileprivate static var nameClient: Phrase {
        Phrase(en: "name the client's folder with --client", ru: "назовите папку клиента ключом --client")
    }

    fileprivate static func makeOne(_ folder: String) -> Phrase {
        Phrase(en: "a new one is made by: primum init \(folder)", ru: "новую создаёт команда: primum init \(folder)")
    }
}
