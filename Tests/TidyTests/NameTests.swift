import Foundation
import Testing

struct NameTests {
    private static let empty: Set = [
        "Core", "Common", "Utils", "Util", "Helpers", "Helper", "Extensions", "Models", "Managers", "Manager", "Misc",
    ]

    @Test func `no module, folder or file has a name that says nothing`() throws {
        for file in try Repository.sources.get() + Repository.tests.get() {
            let words = file.path.replacing(".swift", with: "").split(separator: "/").flatMap { $0.split(separator: "+") }.map(String.init)
            for word in words {
                #expect(!Self.empty.contains(word), "\(file.path)")
                let last = word.matches(of: #/[A-Z][a-z]+/#).last.map { String($0.0) }
                #expect(last.map { Self.empty.subtracting(["Core", "Common"]).contains($0) } != true, "\(file.path)")
            }
        }
    }

    @Test func `functions say what they do or what they give`() throws {
        for file in try Repository.sources.get() {
            for (index, line) in file.masked.lines.enumerated() {
                guard line.contains("func ") else { continue }
                let isVague = line.contains(#/\bfunc (?:get|process|handle)(?:[A-Z]\w*)?[(<]/#)
                #expect(!isVague, "\(file.path):\(index + 1): \(line.trimmed)")
            }
        }
    }

    @Test func `the names of tests are sentences`() throws {
        var count = 0
        for file in try Repository.tests.get() {
            let lines = file.masked.lines
            for index in lines.indices where lines[index].trimmed.hasPrefix("@Test") {
                let declaration = lines[index...].first { $0.contains(#/\bfunc\b/#) } ?? ""
                #expect(declaration.contains(#/\bfunc `[^` ]+ [^`]+`/#), "\(file.path):\(index + 1): \(declaration.trimmed)")
                count += 1
            }
        }
        #expect(count > 500, "the tests were not found")
    }

    @Test func `nothing is left for later`() throws {
        // Written in halves, because this file is searched as well.
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
        for file in try Repository.sources.get() + Repository.tests.get() {
            for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for mark in marks where line.contains(mark) { Issue.record("\(file.path):\(index + 1): \(mark)") }
            }
        }
    }

    @Test func `the top level is the one that is drawn`() throws {
        let fixed: Set = ["Package.swift", "Sources", "Tests", "inventories", "policies", "README.md", "Makefile", "LICENSE", "Dockerfile"]
        let found = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path).filter { !$0.hasPrefix(".") }
        // What builds and runs leave behind is in .gitignore.
        let ignored: Set = ["Package.resolved", "fuzz-corpus", "bench-out"]
        #expect(Set(found).subtracting(ignored).isSubset(of: fixed), "\(Set(found).subtracting(fixed).subtracting(ignored).sorted())")
    }
}
