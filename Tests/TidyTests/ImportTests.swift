import Testing

struct ImportTests {
    private struct Import {
        let file: Repository.File
        let line: Int
        let module: String
    }

    private func imports(of files: [Repository.File]) -> [Import] {
        files.flatMap { file in
            file.masked.lines.enumerated().compactMap { index, line in
                guard line.contains("import ") else { return nil }
                let pattern =
                    #/^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|let|var|protocol|typealias)\s+)?(\w+)/#
                return line.firstMatch(of: pattern).map { Import(file: file, line: index + 1, module: String($0.1)) }
            }
        }
    }

    @Test func `the manifest declares no more than the house allows`() throws {
        let targets = try DeclaredTarget.all()
        #expect(targets.count > 20, "the manifest was not understood")
        for target in targets where !target.isTest && target.name != "CLibYAML" {
            let ours = try #require(ModuleMap.ours[target.name], "`\(target.name)` has no place in the house; give it one in ModuleMap")
            for use in target.uses {
                let isAllowed = ours.contains(use) || ModuleMap.doors[use]?.contains(target.name) == true
                #expect(isAllowed, "`\(target.name)` must not depend on `\(use)`")
            }
        }
    }

    @Test func `the manifest is in the order of the map, top down`() throws {
        let targets = try DeclaredTarget.all().filter { !$0.isTest }
        for (index, target) in targets.enumerated() {
            let above = Set(targets[..<index].map(\.name))
            #expect(target.uses.isDisjoint(with: above), "`\(target.name)` depends on what stands above it")
        }
    }

    @Test func `sources import what the manifest declares and nothing else`() throws {
        let declared = Dictionary(try DeclaredTarget.all().map { ($0.name, $0.uses) }, uniquingKeysWith: { first, _ in first })
        let found = imports(of: try Repository.sources.get())
        #expect(found.count > 20, "the imports were not found")
        for one in found where !ModuleMap.system.contains(one.module) {
            let place = "\(one.file.path):\(one.line)"
            if let keepers = ModuleMap.doors[one.module] {
                #expect(keepers.contains(one.file.module), "\(place): `\(one.module)` comes in only through \(keepers.sorted())")
            }
            guard !one.module.hasPrefix("Foundation") else { continue }
            #expect(declared[one.file.module]?.contains(one.module) == true, "\(place): `\(one.module)` is not declared in Package.swift")
        }
    }

    @Test func `tests import what the manifest declares`() throws {
        let targets = try DeclaredTarget.all()
        let known = Set(targets.map(\.name)).union(ModuleMap.doors.keys)
        let declared = Dictionary(targets.map { ($0.name, $0.uses) }, uniquingKeysWith: { first, _ in first })
        for one in imports(of: try Repository.tests.get()) where known.contains(one.module) && !one.module.hasPrefix("Foundation") {
            #expect(
                declared[one.file.module]?.contains(one.module) == true, "\(one.file.path):\(one.line): `\(one.module)` is not declared")
        }
    }
}
