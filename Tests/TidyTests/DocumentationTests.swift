import Testing

struct DocumentationTests {
    /// Declarations in source that are seen beyond their module and have no `///`.
    ///
    /// Left out are stored properties, whose names together with what their type says of itself can be enough;
    /// initialisers that only fill them; and what the protocols of the standard library demand.
    private func undocumented(_ text: String, _ source: MaskedSource) -> [(line: Int, declaration: String)] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let masked = source.lines
        var found: [(Int, String)] = []
        for (index, line) in masked.enumerated() where line.contains("package ") || line.contains("public ") || line.contains("open ") {
            let pattern = #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:package|public|open)(?:\((?:set)\))?\s+(?!import|extension)(.*)$/#
            guard let declaration = line.firstMatch(of: pattern)?.1 else { continue }
            var above = index - 1
            while above >= 0, masked[above].contains(#/^\s*@\w+(?:\([^)]*\))?\s*$/#) { above -= 1 }
            let isDocumented = above >= 0 && lines[above].trimmed.hasPrefix("///")
            if !isDocumented, !isStored(String(declaration)), !isDemanded(String(declaration)), !isMemberwise(at: index, masked) {
                found.append((index + 1, String(declaration).trimmed))
            }
        }
        return found
    }

    private func isStored(_ declaration: String) -> Bool {
        declaration.contains(#/^(?:private\(set\)\s+|weak\s+|nonisolated\s+)*(?:let|var)\s/#) && !declaration.contains("{")
    }

    private func isDemanded(_ declaration: String) -> Bool {
        let demanded =
            #/^(?:(?:static|mutating|override|private\(set\)|consuming|borrowing|nonisolated)\s+)*(?:var\s+(?:description|debugDescription|hashValue|rawValue|startIndex|endIndex|errorDescription)\b|func\s+(?:==|<|hash|encode|index|makeIterator|next|callAsFunction|run|validate)\b|func\s+(?:==|<)\s|init\((?:from|rawValue|stringLiteral|stringInterpolation|integerLiteral|floatLiteral|booleanLiteral|arrayLiteral|dictionaryLiteral|unicodeScalarLiteral|extendedGraphemeClusterLiteral)\b|init\(\)|typealias\s+(?:Element|Index|Iterator|RawValue)\b|static\s+let\s+configuration\b)/#
        return declaration.contains(demanded)
    }

    /// True for an initialiser whose body does nothing but assign.
    private func isMemberwise(at index: Int, _ lines: [String]) -> Bool {
        guard lines[index].contains(#/\binit[?]?\(/#) else { return false }
        let body = lines[index...].prefix(60)
        guard let open = body.firstIndex(where: { $0.trimmed.hasSuffix("{") }) else { return body.first?.contains("{}") ?? false }
        for line in lines[(open + 1)...] {
            let line = line.trimmed
            if line == "}" { return true }
            if !line.isEmpty, !line.contains(#/^(?:self\.)?\w+ = [\w.?\[\] ]+$/#), !line.contains(#/^\([\w.,\s]+\) = \([^()]*\)$/#) {
                return false
            }
        }
        return false
    }

    @Test func `what leaves a file says what it is`() throws {
        var missing: [String] = []
        for file in try Repository.sources.get() {
            missing += undocumented(file.text, file.masked).map { "\(file.path):\($0.line): \($0.declaration)" }
        }
        #expect(missing.isEmpty, "\(missing.count) declarations have no `///` line:\n\(missing.joined(separator: "\n"))")
    }

    @Test func `the search finds what it should`() {
        let text = """
            /// A thing.
            package struct Thing: Hashable {
                package let a: Int
                package var twice: Int { 2 * a }
                /// Documented.
                @discardableResult
                package func b() -> Int { 1 }
                package static func == (left: Thing, right: Thing) -> Bool { true }
                package init(a: Int) {
                    self.a = a
                }
                package init(b: Int) {
                    precondition(b > 0)
                    self.a = b
                }
                let inner = "package let x"
                // package let y: Int
                package private(set) var c = 1
            }
            """
        let found = undocumented(text, MaskedSource(text))
        #expect(found.map(\.line) == [4, 12])
    }
}
