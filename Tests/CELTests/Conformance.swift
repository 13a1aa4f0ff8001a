import Diagnostics
import Glibc
import Times

@testable import CEL

/// One test of the official suite of the language, as cel-conformance/README.md describes it.
struct ConformanceTest {
    let json: TestJSON

    var name: String {
        [json["file"]?.string, json["section"]?.string, json["name"]?.string].map { $0 ?? "" }.joined(separator: "/")
    }

    var expression: String { json["expr"]?.string ?? "" }

    /// All tests of a folder, file by file; empty when there is none.
    static func all(in folder: String) -> [ConformanceTest] {
        names(in: folder).filter { $0.hasSuffix(".json") }.flatMap { name -> [ConformanceTest] in
            guard let bytes = fileBytes("\(folder)/\(name)") else { return [] }
            var reader = TestJSONReader(bytes)
            return (reader.value().array ?? []).map { ConformanceTest(json: $0) }
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let list = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(list) }
        var names: [String] = []
        while let entry = unsafe readdir(list) {
            names.append(
                unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                    unsafe String(cString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
                })
        }
        return names.sorted()
    }

    /// The folder that the environment names, or the one beside the package.
    static var folder: String { named ?? ownFolder }

    /// The folder that the environment names.
    static var named: String? { unsafe getenv("CEL_CONFORMANCE").map { unsafe String(cString: $0) } }

    private static var ownFolder: String {
        let file = #filePath
        let root = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        return root + "/../shared/cel-conformance"
    }

    static func fileBytes(_ path: String) -> [UInt8]? {
        guard let file = unsafe fopen(path, "rb") else { return nil }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    // MARK: Running

    /// Nil when the test passes; otherwise what happened.
    func failure() -> String? {
        var environment = Environment()
        environment.container = json["container"]?.string ?? ""
        environment.options = [.hasBlock]
        for declaration in json["type_env"]?.array ?? [] { declare(declaration, &environment) }
        let isChecked = !(json["disable_check"]?.isTrue ?? false)
        let (program, faults) = Program.compile(expression, in: environment, isChecked: isChecked)
        guard let program else {
            if json["eval_error"] != nil { return nil }
            return "faults: " + faults.map { "\($0.summary.en) at \($0.range)" }.joined(separator: "; ")
        }
        if let expected = json["typed_result"]?["deduced_type"]?.string, program.type.description != expected {
            return "type \(program.type), not \(expected)"
        }
        if json["check_only"]?.isTrue ?? false { return nil }
        return evaluationFailure(program, environment)
    }

    private func evaluationFailure(_ program: Program, _ environment: Environment) -> String? {
        let activation = Activation(environment)
        for (name, value) in json["bindings"]?.members ?? [] where environment.index(of: name) != nil {
            activation.bind(name, Self.datum(value))
        }
        switch program.evaluate(activation) {
        case .failure(let failure):
            return json["eval_error"] != nil ? nil : "failed: \(failure.summary.en)"
        case .success(let value):
            let datum = activation.datum(of: value)
            guard let expected = json["value"] ?? json["typed_result"]?["result"] else { return "gave \(datum), expected an error" }
            let wanted = Self.datum(expected)
            return datum == wanted ? nil : "gave \(datum), not \(wanted)"
        }
    }

    private func declare(_ declaration: TestJSON, _ environment: inout Environment) {
        guard let name = declaration["name"]?.string else { return }
        if let type = declaration["type"]?.string {
            environment.declare(variable: name, ValueType(written: type))
        }
        for overload in declaration["overloads"]?.array ?? [] {
            environment.declare(
                function: name, parameters: (overload["params"]?.array ?? []).map { ValueType(written: $0.string ?? "") },
                result: ValueType(written: overload["result"]?.string ?? ""), isMember: overload["member"]?.isTrue ?? false)
        }
    }

    static func datum(_ json: TestJSON) -> Datum {
        guard let (kind, value) = json.members.first.map({ ($0.key, $0.value) }) else { return .null }
        let text = value.string ?? ""
        switch kind {
        case "int": return .int(Int64(text)!)
        case "uint": return .uint(UInt64(text)!)
        case "double": return .double(text == "NaN" ? .nan : Double(text)!)
        case "string": return .string(text)
        case "bytes": return .bytes(Base64.decoded(Array(text.utf8))!)
        case "bool": return .bool(value.isTrue)
        case "list": return .list((value.array ?? []).map { datum($0) })
        case "map": return .map((value.array ?? []).map { (datum($0.array![0]), datum($0.array![1])) })
        case "timestamp": return .timestamp(MomentForm.timestamp(Array(text.utf8))!)
        case "duration":
            guard case .some(let nanoseconds?) = MomentForm.duration(Array(text.utf8)) else { return .null }
            return .duration(nanoseconds)
        case "type": return .type(text)
        default: return .null
        }
    }
}

extension ValueType {
    /// A type as the suite writes it.
    init(written text: String) {
        if let named = ValueType.named[text], !["list", "map", "type", "optional_type"].contains(text) {
            self = named
        } else if text == "dyn" {
            self = .dyn
        } else if text.hasPrefix("<") {
            self = .parameter(String(text.dropFirst().dropLast()))
        } else if let open = text.firstIndex(of: "(") {
            let parameters = Self.split(text[text.index(after: open)...].dropLast()).map { ValueType(written: $0) }
            switch text[..<open] {
            case "list": self = .list(parameters[0])
            case "map": self = .map(parameters[0], parameters[1])
            case "optional_type": self = .optional(parameters[0])
            case "wrapper": self = .wrapper(parameters[0])
            default: self = .abstract(String(text[..<open]), parameters)
            }
        } else {
            self = .abstract(text, [])
        }
    }

    private static func split(_ text: Substring) -> [String] {
        var parts: [String] = [""]
        var depth = 0
        for letter in text {
            if letter == "(" { depth += 1 }
            if letter == ")" { depth -= 1 }
            if letter == ",", depth == 0 {
                parts.append("")
            } else if !(letter == " " && parts[parts.count - 1].isEmpty) {
                parts[parts.count - 1].append(letter)
            }
        }
        return parts
    }
}
