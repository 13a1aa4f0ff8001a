/// Named sets of scalars in patterns.
enum ScalarProperty {
    static let posix: [String: ScalarSet] = [
        "alnum": ScalarSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A]), "alpha": ScalarSet([0x41...0x5A, 0x61...0x7A]),
        "ascii": ScalarSet([0...0x7F]), "blank": ScalarSet([0x09...0x09, 0x20...0x20]), "cntrl": ScalarSet([0...0x1F, 0x7F...0x7F]),
        "digit": .digits, "graph": ScalarSet([0x21...0x7E]), "lower": ScalarSet([0x61...0x7A]), "print": ScalarSet([0x20...0x7E]),
        "punct": ScalarSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]), "space": ScalarSet([0x09...0x0D, 0x20...0x20]),
        "upper": ScalarSet([0x41...0x5A]), "word": .words, "xdigit": ScalarSet([0x30...0x39, 0x41...0x46, 0x61...0x66]),
    ]

    /// The scalars of a general category such as `L` or `Lu`, of a script such as `Cyrillic`, or `Any`; nil for other names.
    static func set(named name: String) -> ScalarSet? {
        name == "Any" ? .any : categories[name] ?? UnicodeScripts.set(named: name)
    }

    /// The scalars of all categories, unassigned ones aside, which RE2 does not name either.
    private static let categories: [String: ScalarSet] = {
        var runs: [String: [ClosedRange<UInt32>]] = [
            "Cs": [0xD800...0xDFFF], "Co": [0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD],
        ]
        var run: (category: Unicode.GeneralCategory, start: UInt32)?
        func end(at code: UInt32) {
            if let run, let name = names[run.category] { runs[name, default: []].append(run.start...code - 1) }
            run = nil
        }
        for plane in [0..<0x40000 as Range<UInt32>, 0xE0000..<0xE1000] {
            for code in plane {
                guard let category = Unicode.Scalar(code)?.properties.generalCategory, names[category] != nil else {
                    end(at: code)
                    continue
                }
                if run?.category != category {
                    end(at: code)
                    run = (category, code)
                }
            }
            end(at: plane.upperBound)
        }
        var sets: [String: ScalarSet] = [:]
        for (name, ranges) in runs {
            sets[name] = ScalarSet(ranges)
            sets[String(name.prefix(1)), default: ScalarSet()] = ScalarSet(ranges + (sets[String(name.prefix(1))]?.ranges ?? []))
        }
        return sets
    }()

    /// The names of categories whose scalars are looked for one by one.
    private static let names: [Unicode.GeneralCategory: String] = [
        .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm", .otherLetter: "Lo",
        .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl", .otherNumber: "No",
        .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps", .closePunctuation: "Pe",
        .initialPunctuation: "Pi", .finalPunctuation: "Pf", .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc",
        .modifierSymbol: "Sk", .otherSymbol: "So", .spaceSeparator: "Zs", .lineSeparator: "Zl", .paragraphSeparator: "Zp",
        .control: "Cc", .format: "Cf",
    ]
}
