import Glibc

// Writes the texts of packs as Swift: `PackWriter OUTPUT FILE…`, each FILE in the folder that is named like its pack.

/// The whole of a file as text; ends the program when it cannot be read.
func text(of path: String) -> String {
    guard let file = unsafe fopen(path, "rb") else { fail("cannot read \(path)") }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = unsafe fread(&buffer, 1, buffer.count, file)
        if count == 0 { break }
        bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { fail("\(path) is not UTF-8") }
    return text
}

func write(_ text: String, to path: String) {
    guard let file = unsafe fopen(path, "wb") else { fail("cannot write \(path)") }
    var text = text
    let written = text.withUTF8 { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    guard unsafe fclose(file) == 0, written == text.utf8.count else { fail("cannot write \(path)") }
}

func fail(_ message: String) -> Never {
    var line = "PackWriter: \(message)\n"
    line.withUTF8 { _ = unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(1)
}

/// A literal that stands for exactly this text.
func literal(_ text: String) -> String {
    var fence = "#"
    while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}

let arguments = CommandLine.arguments
guard arguments.count >= 2 else { fail("usage: PackWriter OUTPUT FILE…") }
var swift =
    "/// The files of the packs that come with the program, by pack.\nlet shippedFiles: [(pack: String, name: String, text: String)] = [\n"
for path in arguments.dropFirst(2) {
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { fail("\(path) is in no pack") }
    let (pack, name) = (String(parts[parts.count - 2]), String(parts[parts.count - 1]))
    swift += "    (\"\(pack)\", \"\(name)\", \(literal(text(of: path)))),\n"
}
write(swift + "]\n", to: arguments[1])
