import Testing

struct ImportTests {
    private struct Import {
        let file: Repository.File
        let line: Int
        /// As the manifest spells it: `primum-fuzz` for `primum_fuzz`.
        let module: String
    }

    private func imports(of files: [Repository.File]) -> [Import] {
        files.flatMap { file in
            file.masked.lines.enumerated().compactMap { index, line in
                guard line.contains("import ") else { return nil }
                let pattern =
                    #/^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|let|var|protocol|typealias)\s+)?(\w+)/#
                return line.firstMatch(of: pattern).map {
                    Import(file: file, line: index + 1, module: String($0.1).replacing("_", with: "-"))
                }
            }
        }
    }

    @Test func `the manifest declares no more than the house allows`() throws {
        let targets = try DeclaredTarget.all()
        #expect(targets.count > 20, "the manifest was not understood")
        for target in targets where !target.isTest && ModuleMap.doors[target.name] == nil {
            let ours = try #require(ModuleMap.ours[target.name], "`\(target.name)` has no place in the house; give it one in ModuleMap")
            for use in target.uses {
                let isAllowed = ours.contains(use) || ModuleMap.doors[use]?.contains(target.name) == true
                #expect(isAllowed, "`\(target.name)` must not depend on `\(use)`")
            }
        }
    }

    @Test func `the map and the manifest speak of the same modules`() throws {
        let modules = try DeclaredTarget.all().filter { !$0.isTest && ModuleMap.doors[$0.name] == nil }
        #expect(Set(modules.map(\.name)) == Set(ModuleMap.ours.keys))
        #expect(Set(modules.filter(\.isSupport).map(\.name)) == ModuleMap.support)
    }

    @Test func `every folder of sources and tests is a target`() throws {
        let declared = Set(try DeclaredTarget.all().map(\.name))
        for file in try Repository.sources.get() + Repository.tests.get() {
            #expect(declared.contains(file.module), "\(file.path): no target `\(file.module)` is in Package.swift")
        }
    }

    @Test func `what supports tests is used by tests alone`() throws {
        for target in try DeclaredTarget.all() where !target.isTest && !target.isSupport {
            let borrowed = target.uses.intersection(ModuleMap.support)
            #expect(borrowed.isEmpty, "`\(target.name)` is no test and must not depend on \(borrowed.sorted())")
        }
    }

    @Test func `the manifest is in the order of the map, top down`() throws {
        // Supports of tests stand beside the tests that use them, under everything that they are made of.
        let targets = try DeclaredTarget.all().filter { !$0.isTest && !$0.isSupport }
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
            guard !ModuleMap.undeclared.contains(one.module) else { continue }
            #expect(declared[one.file.module]?.contains(one.module) == true, "\(place): `\(one.module)` is not declared in Package.swift")
        }
    }

    @Test func `tests import what the manifest declares`() throws {
        let open = ModuleMap.system.union(["Testing", "Foundation"])
        let declared = Dictionary(try DeclaredTarget.all().map { ($0.name, $0.uses) }, uniquingKeysWith: { first, _ in first })
        let found = imports(of: try Repository.tests.get())
        #expect(found.count > 20, "the imports were not found")
        for one in found where !open.contains(one.module) {
            #expect(
                declared[one.file.module]?.contains(one.module) == true, "\(one.file.path):\(one.line): `\(one.module)` is not declared")
        }
    }

    @Test func `what supports tests is as plain as the modules`() throws {
        for one in imports(of: try Repository.tests.get()) where ModuleMap.support.contains(one.file.module) {
            #expect(one.module != "Foundation", "\(one.file.path):\(one.line)")
        }
    }
}
