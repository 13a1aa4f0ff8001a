import Diagnostics

extension PackText {
    /// The packs that come with the program.
    package static let shipped: [PackText] = {
        var packs: [PackText] = []
        for file in shippedFiles {
            let text = SourceText(name: "policies/\(file.pack)/\(file.name)", file.text)
            if let place = packs.firstIndex(where: { $0.name == file.pack }) {
                packs[place].files.append(text)
            } else {
                packs.append(PackText(name: file.pack, files: [text]))
            }
        }
        return packs
    }()
}
