import Testing

/// The drawing of the house: which module may import which, and through which door third parties come in.
///
/// A module that is not written here may import nothing.
struct ModuleMap {
    private static let foundations: Set = ["Diagnostics", "Times"]
    private static let inventories = foundations.union(["LocatedYAML", "Inventories"])
    private static let plants = inventories.union(["Seals", "Observations", "Plants"])
    private static let rehearsals = plants.union(["ChangeOrders", "Rehearsals"])
    private static let policies = rehearsals.union(["CEL", "Policies"])
    private static let verdicts = policies.union(["SignOffs", "Verdicts"])
    private static let everything = verdicts.union(["Reports", "Imports"])

    /// Modules of ours, the foundations first. What a plug-in runs and what a plug-in builds for count as imports.
    static let ours: [String: Set<String>] = [
        "Diagnostics": [],
        "Times": [],
        "LocatedYAML": foundations,
        "Seals": foundations,
        "SignOffs": foundations.union(["Seals"]),
        "Inventories": inventories.subtracting(["Inventories"]),
        "Observations": foundations.union(["LocatedYAML"]),
        "Imports": inventories,
        "Plants": plants.subtracting(["Plants"]),
        "ChangeOrders": inventories,
        "Rehearsals": rehearsals.subtracting(["Rehearsals"]),
        "CEL": foundations,
        "Policies": policies.subtracting(["Policies"]).union(["EmbedPacks"]),
        "EmbedPacks": ["PackWriter"],
        "PackWriter": [],
        "Verdicts": verdicts.subtracting(["Verdicts"]),
        "Reports": verdicts,
        "primum": everything,
        "primum-bench": everything.union(["RandomNumbers"]),
        "primum-fuzz": everything.union(["RandomNumbers"]),
        "RandomNumbers": [],
        "PlantDrawings": plants,
        "UnluckyDisk": [],
        "LedgerAppender": foundations.union(["Seals", "SignOffs"]),
    ]

    /// What only tests may use; it stands under `Tests/Support`.
    static let support: Set = ["PlantDrawings", "LedgerAppender", "UnluckyDisk"]

    /// What is not ours, and the only modules that may import it.
    static let doors: [String: Set<String>] = [
        "CLibYAML": ["LocatedYAML", "primum-bench"],
        "GRDB": ["SignOffs"],
        "GRDBSQLite": ["SignOffs", "primum-bench", "UnluckyDisk"],
        "Crypto": ["Seals"],
        "CryptoExtras": ["Seals"],
        "ArgumentParser": ["primum", "primum-bench", "primum-fuzz"],
        // A plug-in runs while the package is built, in no program of ours, and the paths that it is given are Foundation's.
        "Foundation": ["primum", "primum-bench", "primum-fuzz", "EmbedPacks"],
        "FoundationEssentials": ["primum", "primum-bench", "primum-fuzz"],
        "PackagePlugin": ["EmbedPacks"],
    ]

    /// Part of the toolchain, which no manifest declares, but not open to all: their doors are above.
    static let undeclared: Set = ["Foundation", "FoundationEssentials", "PackagePlugin"]

    /// Part of the toolchain and the system: open to all sources.
    static let system: Set = ["Swift", "Synchronization", "Glibc"]
}

/// A target of Package.swift and what it declares to use.
struct DeclaredTarget {
    let name: String
    let isTest: Bool
    /// Where it stands, as written; nil where the name says it.
    let path: String?
    /// Modules, products and plug-ins.
    let uses: Set<String>

    var isSupport: Bool { path?.hasPrefix(Repository.support) == true }

    /// The targets in the order of the manifest.
    static func all() throws -> [DeclaredTarget] {
        let manifest = try Repository.text(of: "Package.swift")
        let opening =
            #/(?:^|\s)(module|tests|\.executableTarget|\.target|\.testTarget|\.systemLibrary|\.plugin)\(\s*(?:name:\s*)?"([^"]+)"/#
        let openings = manifest.matches(of: opening).filter { !$0.0.contains("_ name") }
        return openings.enumerated().map { number, match in
            let end = number + 1 < openings.count ? openings[number + 1].range.lowerBound : manifest.endIndex
            let body = manifest[match.range.upperBound..<end].split(separator: "\n").filter { !$0.trimmed.hasPrefix("//") }
                .joined(separator: "\n")
            let lists = body.matches(of: #/(?:uses|dependencies|plugins):\s*\[((?:[^\[\]])*)\]/#).map(\.1)
            let names = lists.flatMap { $0.matches(of: #/(?:\.product\(name:\s*"([^"]+)",\s*package:\s*"[^"]+")|"([^"]+)"/#) }
            return DeclaredTarget(
                name: String(match.2), isTest: ["tests", ".testTarget"].contains(String(match.1)),
                path: body.firstMatch(of: #/path:\s*"([^"]+)"/#).map { String($0.1) },
                uses: Set(names.map { String($0.1 ?? $0.2 ?? "") }))
        }
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmed }
}
