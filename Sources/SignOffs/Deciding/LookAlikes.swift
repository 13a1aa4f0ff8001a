extension String {
    /// True for another text that the eye takes for this one: letters of another script, O for 0, a dash for a hyphen, case aside.
    func looksLike(_ other: String) -> Bool {
        !utf8.elementsEqual(other.utf8) && skeleton.elementsEqual(other.skeleton)
    }

    /// Each letter as the one of its look-alikes that stands for all; white space left out (after Unicode Technical Standard 39).
    private var skeleton: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            guard !scalar.properties.isWhitespace else { return [] }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.map { Self.standIns[$0] ?? $0.narrow }
            return lower.map { Self.standIns[$0] ?? $0 }
        }
    }

    private static let standIns: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(stands: Unicode.Scalar, for: String)] = [
            ("a", "аɑα"), ("b", "вьЬβ"), ("c", "сϲ"), ("e", "её"), ("h", "нһ"), ("i", "іι1lІ|ӏ"), ("j", "ј"), ("k", "кκ"), ("m", "м"),
            ("n", "ηп"),
            ("o", "о0οσ"), ("p", "рρ"), ("s", "ѕ5"), ("t", "тτ"), ("u", "υ"), ("v", "ν"), ("w", "ѡω"), ("x", "хχ"), ("y", "уγ"),
            ("z", "2ζ"),
            ("3", "зҙ"), ("6", "б"), ("-", "‐‑‒–—−_ー"), (":", "：׃∶ː"), ("/", "⁄∕／"), (".", "․。．"),
        ]
        return Dictionary(
            groups.flatMap { group in group.for.unicodeScalars.map { ($0, group.stands) } }, uniquingKeysWith: { first, _ in first })
    }()
}

extension Unicode.Scalar {
    /// The plain form of a full-width letter, digit or sign; itself otherwise.
    fileprivate var narrow: Unicode.Scalar {
        (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? self : self
    }
}
