package import Diagnostics
package import LocatedYAML

extension PolicySet {
    /// The rules of one pack as they come, with the parameters that it sets; texts are compiled too, and all that is wrong is reported.
    package static func load(alone pack: PackText, texts: inout SourceTexts, log: inout DiagnosticLog) -> PolicySet {
        load(packs: [pack.anew], client: using(pack.name), of: nil, texts: &texts, log: &log)
    }

    /// A client's policy that uses one pack as it comes.
    package static func using(_ pack: String) -> NodeTree {
        var log = DiagnosticLog()
        let quoted = "'" + pack.replacing("'", with: "''") + "'"
        // Its places are never shown: nothing in it can be wrong where the pack is at hand.
        let text = SourceText(name: "policy.yaml", "use: [{pack: \(quoted)}]\n")
        return NodeTree.parse(text, file: FileID(index: 0), log: &log)
    }
}

extension PackText {
    /// The same texts as if they had just been read: texts of what comes with the program are compiled only when they are shown.
    package var anew: PackText {
        PackText(name: name, files: files.map { SourceText(name: $0.name, bytes: $0.bytes) })
    }
}
