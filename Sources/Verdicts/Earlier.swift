package import Diagnostics
import LocatedYAML
import Policies

/// An earlier result of a check, as its document kept it.
package struct Earlier: Sendable {
    /// A finding of then.
    package struct Entry: Sendable {
        package let fingerprint: String
        package let rule: String
        package let level: String
        package let message: String
        package let isSettled: Bool
    }

    package let order: String
    package let verdict: Verdict
    package let now: String
    package let entries: [Entry]

    /// Reads a document of `primum check --format json`; nil with the reason in the log for anything else.
    package init?(_ text: SourceText, in texts: inout SourceTexts, log: inout DiagnosticLog) {
        let file = texts.add(text)
        let tree = NodeTree.parse(text, file: file, log: &log)
        guard !log.hasErrors, let root = tree.roots.first else {
            if !log.hasErrors { log.add(.noResult(at: Span(file: file, start: 0, end: 0))) }
            return nil
        }
        guard root["schema"]?.string == Check.schemaName, let order = root["order"]?.string, let now = root["now"]?.string,
            let verdict = root["verdict"].flatMap({ Verdict(word: $0.string) }), let findings = root["findings"]
        else {
            log.add(.noResult(at: root.span))
            return nil
        }
        (self.order, self.verdict, self.now) = (order, verdict, now)
        entries = findings.items.compactMap { Entry($0) }
    }
}

extension Earlier.Entry {
    fileprivate init?(_ node: Node) {
        guard let fingerprint = node["fingerprint"]?.string, let rule = node["rule"]?.string, let level = node["level"]?.string else {
            return nil
        }
        (self.fingerprint, self.rule, self.level) = (fingerprint, rule, level)
        message = node["message"]?.string ?? ""
        isSettled = node["settled_by"].map { !$0.isNull } ?? false
    }
}

/// What changed between two results of one order: findings are the same by their fingerprints.
package struct Change: Sendable {
    package let earlier: Earlier
    /// Places in the check's findings.
    package let appeared: [Int]
    package let gone: [Earlier.Entry]
    /// The same finding at another level, or settled since, or no longer.
    package let changed: [(finding: Int, before: Earlier.Entry)]

    package init(from earlier: Earlier, to check: Check) {
        self.earlier = earlier
        let before = Dictionary(earlier.entries.map { ($0.fingerprint, $0) }) { first, _ in first }
        let present = Set(check.findings.map(\.fingerprint))
        appeared = check.findings.indices.filter { before[check.findings[$0].fingerprint] == nil }
        gone = earlier.entries.filter { !present.contains($0.fingerprint) }
        changed = check.findings.indices.compactMap { index in
            let finding = check.findings[index]
            guard let old = before[finding.fingerprint] else { return nil }
            return old.level == finding.level.word && old.isSettled == (finding.settledBy != nil) ? nil : (index, old)
        }
    }

    /// True where both results say the same.
    package func isNone(_ check: Check) -> Bool {
        appeared.isEmpty && gone.isEmpty && changed.isEmpty && earlier.verdict == check.verdict
    }
}

extension Check {
    /// The name of the result document's form.
    package static let schemaName = "primum.verdict/1"
}

extension Diagnostic {
    fileprivate static func noResult(at span: Span) -> Diagnostic {
        Diagnostic("no-result", .error, .noResult, at: span, help: [.makeResult])
    }
}

extension Phrase {
    fileprivate static let noResult = Phrase(en: "this is no result of a check", ru: "это не результат проверки")
    fileprivate static let makeResult = Phrase(
        en: "a result is written by: primum check ORDER --format json --output FILE",
        ru: "результат записывает команда: primum check ORDER --format json --output FILE")
}
