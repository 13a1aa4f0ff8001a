import Diagnostics
import Inventories
import LocatedYAML

/// The names under which imported objects stand in the folder, unique in their kind.
///
/// A unique name stays as it is; otherwise it is `name@site`, and where that is not unique either, or there is no name,
/// `type#id`. A name that somebody changed in the folder holds.
struct NameBook {
    private var names: [String: String] = [:]

    /// The name of the object with an origin; `type#id` for one that is not in the book.
    func name(_ origin: String) -> String {
        names[origin] ?? Self.numbered(origin)
    }

    /// What names one kind of objects.
    struct Candidate {
        let origin: String
        let name: String?
        /// The name of the site, for `name@site`.
        let site: String?
    }

    /// Names all objects of a kind.
    ///
    /// - Parameters:
    ///   - kept: names that were given by hand, by origin.
    ///   - taken: names of objects that are not NetBox's.
    mutating func add(_ candidates: [Candidate], kept: [String: String], taken: Set<String>) {
        var taken = taken
        for candidate in candidates {
            guard let name = kept[candidate.origin] else { continue }
            names[candidate.origin] = name
            taken.insert(name)
        }
        let free = candidates.filter { kept[$0.origin] == nil }
        let plain = counts(free) { $0.name }
        let sited = counts(free) { $0.atSite }
        for candidate in free {
            let chosen = [candidate.name, candidate.atSite].compactMap { $0 }.first { name in
                let count = name.utf8.elementsEqual((candidate.name ?? "").utf8) ? plain[Symbol(name)] : sited[Symbol(name)]
                return count == 1 && !taken.contains(name) && !NameRange.isPattern(name)
            }
            names[candidate.origin] = chosen ?? Self.numbered(candidate.origin)
        }
    }

    private func counts(_ candidates: [Candidate], _ name: (Candidate) -> String?) -> [Symbol: Int] {
        var counts: [Symbol: Int] = [:]
        for candidate in candidates {
            if let name = name(candidate) { counts[Symbol(name), default: 0] += 1 }
        }
        return counts
    }

    /// `device#27` of `dcim.device:27`.
    static func numbered(_ origin: String) -> String {
        let parts = origin.split(separator: ":")
        let type = parts.first?.split(separator: ".").last ?? "object"
        return "\(type)#\(parts.last ?? "")"
    }
}

extension NameBook.Candidate {
    fileprivate var atSite: String? {
        guard let name, let site else { return nil }
        return "\(name)@\(site)"
    }
}

/// A short name without spaces for ids and file names: small letters and digits with dashes, `object` where nothing is left.
func slug(_ text: String) -> String {
    let parts = text.lowercased().unicodeScalars.split { !($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
    let slug = parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    return slug.isEmpty ? "object" : slug
}
