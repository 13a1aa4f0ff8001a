import Diagnostics
import Inventories
import LocatedYAML
import PlantDrawings
import Testing

@testable import Imports

/// Exports and folders changed at random, from printed seeds: whatever comes in, an import ends, and writes whole texts or none.
@Suite struct MutationTests {
    private static let options = ImportOptions(client: "acme", ownerFrom: .tenant)
    /// What a value of an export may become.
    private static let values = [
        "null", "true", "\"\"", "0", "-1", "1e308", "-0.0", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "[]",
        "{}",
        "[[]]", "[null]", #"{"id": 1}"#, #"{"id": -7}"#, #"{"value": {"value": 1}}"#, #""[1-9999]""#, #""a:b""#, #""\u0000""#,
        #""\ud83d\ude00""#,
        #""\n- x""#, ##""'#{}[]&*!|>%@`""##, #""unknown""#, #""[1-2]""#, #""~""#, #""dcim.interface""#,
    ]

    @Test(arguments: 0..<12) func `an export with other values in it`(_ seed: UInt64) throws {
        var random = SplitMix(seed)
        for _ in 0..<10 {
            let texts = NetBox.full.texts.map { text in
                var bytes = text.bytes
                if Bool.random(using: &random) { Self.replaceValue(in: &bytes, using: &random) }
                return SourceText(name: text.name, bytes: bytes)
            }
            try check(texts, seed)
        }
    }

    @Test(arguments: 100..<112) func `an export with damaged bytes`(_ seed: UInt64) throws {
        var random = SplitMix(seed)
        for _ in 0..<10 {
            var texts = NetBox.full.texts
            let index = Int.random(in: texts.indices, using: &random)
            var bytes = texts[index].bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) { Self.damage(&bytes, using: &random) }
            texts[index] = SourceText(name: texts[index].name, bytes: bytes)
            try check(texts, seed)
        }
    }

    @Test(arguments: 200..<212) func `a folder whose lines people moved about`(_ seed: UInt64) throws {
        var random = SplitMix(seed)
        let folder = NetBox.full.imported(Self.options).folder()
        for _ in 0..<5 {
            var edited = folder
            let index = Int.random(in: edited.indices, using: &random)
            var lines = String(decoding: edited[index].text.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            for _ in 0..<Int.random(in: 1...5, using: &random) { Self.move(&lines, using: &random) }
            let end = Bool.random(using: &random) ? "\n" : "\r\n"
            edited[index].text = SourceText(name: edited[index].path, lines.joined(separator: end))
            var box = NetBox.full
            box.change("dcim/devices", 1, "S1", "S2")
            box.change("dcim/cables", 2, "L2", "L3")
            box.remove("dcim/interfaces", 18)
            box.remove("wireless/wireless-links", 1)
            let result = box.imported(over: edited, Self.options)
            checkTexts(result, seed)
            guard !result.log.hasErrors else { continue }
            let again = box.imported(over: result.folder(over: edited), Self.options)
            #expect(!again.log.hasErrors, "seed \(seed), \(edited[index].path): \(again.log.kept.map(\.summary.en))")
            #expect(again.texts.map(\.path) == [], "seed \(seed), \(edited[index].path)")
        }
    }

    private func check(_ texts: [SourceText], _ seed: UInt64) throws {
        let result = NetBoxImport.run(exports: texts, folder: [], options: Self.options)
        checkTexts(result, seed)
        guard !result.log.hasErrors else { return }
        let again = NetBoxImport.run(exports: texts, folder: result.folder(), options: Self.options)
        #expect(!again.log.hasErrors, "seed \(seed)")
        #expect(again.texts.map(\.path) == [], "seed \(seed)")
        let words = Demo.folder(of: result).log.kept.filter { ["unknown-key", "syntax", "duplicate-key"].contains($0.code) }
        #expect(words.map(\.summary.en) == [], "seed \(seed)")
    }

    private func checkTexts(_ result: ImportResult, _ seed: UInt64) {
        if result.log.hasErrors { #expect(result.texts.isEmpty, "seed \(seed)") }
        for (path, text) in result.texts {
            var log = DiagnosticLog()
            let tree = NodeTree.parse(SourceText(name: path, text), file: FileID(index: 0), log: &log)
            #expect(tree.isComplete && !log.hasErrors, "seed \(seed), \(path)")
        }
    }
}

// MARK: - Changes

extension MutationTests {
    /// Puts another value in the place of one that stands behind a colon.
    private static func replaceValue(in bytes: inout [UInt8], using random: inout SplitMix) {
        let colons = bytes.indices.dropLast(2).filter { bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == UInt8(ascii: " ") }
        guard let colon = colons.randomElement(using: &random), let value = values.randomElement(using: &random) else { return }
        let start = colon + 2
        var (end, depth, isQuoted) = (start, 0, false)
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted {
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
                if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
                if depth < 0 || (depth == 0 && byte == UInt8(ascii: ",")) { break }
            }
            end += 1
        }
        bytes.replaceSubrange(start..<end, with: Array(value.utf8))
    }

    private static func damage(_ bytes: inout [UInt8], using random: inout SplitMix) {
        guard !bytes.isEmpty else { return }
        let start = Int.random(in: bytes.indices, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...20, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(start..<end)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: bytes.indices, using: &random))
        case 3: bytes.removeSubrange(start...)
        default: bytes.insert(contentsOf: values[Int.random(in: values.indices, using: &random)].utf8, at: start)
        }
    }

    private static func move(_ lines: inout [Substring], using random: inout SplitMix) {
        guard lines.count > 2 else { return }
        let line = Int.random(in: lines.indices, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: lines.remove(at: line)
        case 1: lines[line] += "   # looked at it"
        case 2: lines.insert("  # a remark", at: line)
        case 3: lines.insert("", at: line)
        case 4: lines[line] = Substring(String(lines[line]).replacing(", ", with: ",   "))
        default: lines.swapAt(line, Int.random(in: lines.indices, using: &random))
        }
    }
}
