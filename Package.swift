// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled with the same strictness, tests included.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    // A program that runs for a few milliseconds cannot look for the conformances of its types by their names in every library: with
    // the names, a fifth of a check went there.
    .unsafeFlags(["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
]

func module(_ name: String, uses: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: uses, exclude: exclude, swiftSettings: house)
}

func tests(_ name: String, uses: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: uses, exclude: exclude, swiftSettings: house)
}

let package = Package(
    name: "primum",
    products: [.executable(name: "primum", targets: ["primum"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // The main job, top down. An import may only point down this list (Tests/TidyTests holds it).

        // The command line.
        .executableTarget(
            name: "primum",
            dependencies: [
                "Reports", "Verdicts", "SignOffs", "Policies", "CEL", "Rehearsals", "Plants", "ChangeOrders", "Imports", "Inventories",
                "Observations", "Seals", "LocatedYAML", "Diagnostics", "Times",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        // Made-up clients and ledgers, and how fast they are read and checked beside a bare libyaml loop and a bare insert; how fast rules are.
        .executableTarget(
            name: "primum-bench",
            dependencies: [
                "Reports", "Verdicts", "Policies", "CEL", "Rehearsals", "Plants", "ChangeOrders", "Inventories", "SignOffs", "Seals",
                "LocatedYAML", "CLibYAML", "Diagnostics", "Times", "RandomNumbers", .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        // Damaged texts for every reader, and damaged rules.
        .executableTarget(
            name: "primum-fuzz",
            dependencies: [
                "CEL", "Plants", "ChangeOrders", "Imports", "Inventories", "Observations", "SignOffs", "Seals", "LocatedYAML",
                "Diagnostics",
                "Times", "RandomNumbers", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        // A verdict, questions and places as text, JSON and pictures.
        module(
            "Reports",
            uses: [
                "Verdicts", "SignOffs", "Policies", "Rehearsals", "Plants", "ChangeOrders", "Inventories", "Observations", "Seals",
                "LocatedYAML", "Diagnostics", "Times",
            ]),

        // The one use case: knowledge and statements in, findings settled or not, out.
        module(
            "Verdicts",
            uses: [
                "SignOffs", "Policies", "CEL", "Rehearsals", "Plants", "ChangeOrders", "Inventories", "Seals", "LocatedYAML", "Diagnostics",
                "Times",
            ]),

        // Rules over facts.
        .target(
            name: "Policies",
            dependencies: ["Rehearsals", "Plants", "ChangeOrders", "Inventories", "CEL", "Seals", "LocatedYAML", "Diagnostics", "Times"],
            swiftSettings: house, plugins: ["EmbedPacks"]),

        // The rules are data: at build time their texts become part of the module above.
        .plugin(name: "EmbedPacks", capability: .buildTool(), dependencies: ["PackWriter"], path: "Sources/EmbedPacks"),
        .executableTarget(name: "PackWriter", swiftSettings: house),

        // The language of rules.
        module("CEL", uses: ["Diagnostics", "Times"]),

        // The order played step by step: the facts.
        module("Rehearsals", uses: ["ChangeOrders", "Plants", "Inventories", "Seals", "LocatedYAML", "Diagnostics", "Times"]),

        // What the crew will do.
        module("ChangeOrders", uses: ["Inventories", "LocatedYAML", "Diagnostics", "Times"]),

        // What is known, unknown, conflicting at a moment.
        module("Plants", uses: ["Inventories", "Observations", "Seals", "LocatedYAML", "Diagnostics", "Times"]),

        // Foreign systems into a client folder.
        module("Imports", uses: ["Inventories", "LocatedYAML", "Diagnostics", "Times"]),

        // What is written.
        module("Inventories", uses: ["LocatedYAML", "Diagnostics", "Times"]),

        // What switches and people saw.
        module("Observations", uses: ["LocatedYAML", "Diagnostics", "Times"]),

        // What people said, kept so that no change goes unseen: the ledger, questions, answers, and which of them count.
        module(
            "SignOffs",
            uses: [
                "Seals", "Diagnostics", "Times", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),

        // Canonical JSON, the one JSON writer, digests, trees of hashes, signed notes, signatures of SSH keys.
        module(
            "Seals",
            uses: [
                "Diagnostics", "Times", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),

        // Files in which every value knows its place.
        module("LocatedYAML", uses: ["CLibYAML", "Diagnostics", "Times"]),

        // Texts, spans, phrases in two languages, and what is wrong with them.
        module("Diagnostics"),

        // Moments, days, periods and hours, without a locale.
        module("Times"),

        // Random numbers from a seed, for made-up clients, damaged texts and tests; no part of the program.
        module("RandomNumbers"),

        // The door to libyaml, whose header is where compilers look (Debian's libyaml-dev).
        .systemLibrary(name: "CLibYAML"),

        // The tests, from the foundations up; the last ones run the programs, tell stories, and read the package itself.

        // Plants drawn in text, for tests of imports, tracing and rehearsals.
        .target(
            name: "PlantDrawings", dependencies: ["Plants", "Inventories", "Diagnostics", "Times"], path: "Tests/Support/PlantDrawings",
            swiftSettings: house),

        // A process that appends to a ledger, for tests to kill.
        .executableTarget(
            name: "LedgerAppender", dependencies: ["SignOffs", "Seals", "Times"], path: "Tests/Support/LedgerAppender", swiftSettings: house
        ),

        // A disk for SQLite that remembers what it was asked, and that can be full.
        .target(
            name: "UnluckyDisk", dependencies: [.product(name: "GRDBSQLite", package: "GRDB.swift")], path: "Tests/Support/UnluckyDisk"),

        tests("TimesTests", uses: ["Times"]),
        tests("DiagnosticsTests", uses: ["Diagnostics"]),
        tests("LocatedYAMLTests", uses: ["LocatedYAML", "CLibYAML", "Diagnostics", "Times"]),
        tests("SealsTests", uses: ["Seals", "Diagnostics", "Times", .product(name: "Crypto", package: "swift-crypto")]),
        tests(
            "SignOffsTests",
            uses: [
                "LedgerAppender", "UnluckyDisk", "SignOffs", "Seals", "Diagnostics", "Times", "RandomNumbers",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        tests("InventoriesTests", uses: ["Inventories", "LocatedYAML", "Diagnostics", "Times", "RandomNumbers"]),
        tests("ObservationsTests", uses: ["Observations", "LocatedYAML", "Diagnostics", "Times"]),
        tests("ImportsTests", uses: ["Imports", "PlantDrawings", "Plants", "Inventories", "LocatedYAML", "Diagnostics", "Times"]),
        tests("PlantsTests", uses: ["PlantDrawings", "Plants", "Inventories", "LocatedYAML", "Diagnostics", "Times"]),
        tests("ChangeOrdersTests", uses: ["ChangeOrders", "Inventories", "LocatedYAML", "Diagnostics", "Times"]),
        tests("CELTests", uses: ["CEL", "Diagnostics", "Times", "RandomNumbers"]),
        tests(
            "RehearsalsTests",
            uses: [
                "Rehearsals", "PlantDrawings", "ChangeOrders", "Plants", "Inventories", "Seals", "LocatedYAML", "Diagnostics", "Times",
            ]),
        tests(
            "PoliciesTests",
            uses: [
                "Policies", "Rehearsals", "ChangeOrders", "Plants", "Inventories", "CEL", "Seals", "LocatedYAML", "Diagnostics", "Times",
            ]),
        tests(
            "ScenarioTests",
            uses: [
                "primum", "Verdicts", "Reports", "Policies", "Rehearsals", "ChangeOrders", "Plants", "PlantDrawings", "Imports",
                "Inventories", "Seals", "LocatedYAML", "Diagnostics", "Times",
            ],
            exclude: ["NetBoxDemo", "Scenarios"]),
        tests("CommandTests", uses: ["primum", "Diagnostics"], exclude: ["Goldens"]),
        tests("FuzzTests", uses: ["primum-fuzz"]),
        tests("TidyTests", uses: []),
    ]
)
