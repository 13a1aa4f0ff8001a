import Diagnostics

/// The network extension: IP addresses and blocks of them.
extension Library {
    static let networks: [Function] = [
        Function.unary("ip", [.global([.string], .address), .member(.network, .address)]) { activation, value in
            if value.kind == .network { return activation.make(.address, activation.bytes(of: value)) }
            guard value.kind.isText else { return activation.failure(.noOverload) }
            return activation.parsedAddress(value) ?? activation.failure(.badAddress, about: value)
        },
        .unary("isIP", [.global([.string], .bool)]) { activation, value in
            value.kind.isText ? .bool(activation.parsedAddress(value) != nil) : activation.failure(.noOverload)
        },
        .unary("ip.isCanonical", [.global([.string], .bool)]) { activation, value in
            guard value.kind.isText else { return activation.failure(.noOverload) }
            guard let address = IPAddress(activation.bytes(of: value)) else { return activation.failure(.badAddress, about: value) }
            return .bool(address.text.utf8.elementsEqual(activation.bytes(of: value)))
        },
        .unary("cidr", [.global([.string], .network)]) { activation, value in
            guard value.kind.isText else { return activation.failure(.noOverload) }
            return activation.parsedBlock(activation.bytes(of: value)) ?? activation.failure(.badAddress, about: value)
        },
        .unary("isCIDR", [.global([.string], .bool)]) { activation, value in
            value.kind.isText ? .bool(activation.parsedBlock(activation.bytes(of: value)) != nil) : activation.failure(.noOverload)
        },
        .unary("family", [.member(.address, .int)]) { activation, value in
            value.kind == .address ? .int(value.high == 4 ? 4 : 6) : activation.failure(.noOverload)
        },
        question("isUnspecified", \.isUnspecified), question("isLoopback", \.isLoopback),
        question("isGlobalUnicast", \.isGlobalUnicast), question("isLinkLocalMulticast", \.isLinkLocalMulticast),
        question("isLinkLocalUnicast", \.isLinkLocalUnicast),
        .binary("containsIP", [.member(.network, [.address], .bool), .member(.network, [.string], .bool)]) { activation, block, value in
            guard block.kind == .network else { return activation.failure(.noOverload) }
            let address = value.kind.isText ? activation.parsedAddress(value) : value.kind == .address ? value : .unset
            guard let address else { return activation.failure(.badAddress, about: value) }
            guard address.kind == .address else { return activation.failure(.noOverload) }
            return .bool(activation.contains(block, address, prefix: block.extra))
        },
        .binary("containsCIDR", [.member(.network, [.network], .bool), .member(.network, [.string], .bool)]) { activation, block, value in
            guard block.kind == .network else { return activation.failure(.noOverload) }
            let other = value.kind.isText ? activation.parsedBlock(activation.bytes(of: value)) : value.kind == .network ? value : .unset
            guard let other else { return activation.failure(.badAddress, about: value) }
            guard other.kind == .network else { return activation.failure(.noOverload) }
            return .bool(other.extra >= block.extra && activation.contains(block, other, prefix: block.extra))
        },
        .unary("masked", [.member(.network, .network)]) { activation, block in
            guard block.kind == .network else { return activation.failure(.noOverload) }
            let masked = activation.address(block).masked(Int(block.extra))
            return activation.make(.network, extra: block.extra, masked.bytes)
        },
        .unary("prefixLength", [.member(.network, .int)]) { activation, block in
            block.kind == .network ? .int(Int64(block.extra)) : activation.failure(.noOverload)
        },
    ]

    private static func question(_ name: String, _ property: @escaping @Sendable (IPAddress) -> Bool) -> Function {
        .unary(name, [.member(.address, .bool)]) { activation, value in
            value.kind == .address ? .bool(property(activation.address(value))) : activation.failure(.noOverload)
        }
    }
}

extension Activation {
    func address(_ value: Value) -> IPAddress {
        IPAddress(bytes: copiedBytes(of: value))
    }

    func parsedAddress(_ text: Value) -> Value? {
        IPAddress(bytes(of: text)).map { make(.address, $0.bytes) }
    }

    /// A block such as `192.168.0.0/24`; nil for what is none.
    func parsedBlock(_ text: [UInt8]) -> Value? {
        guard let slash = text.lastIndex(of: UInt8(ascii: "/")), let prefix = IPAddress.decimal(text[(slash + 1)...]) else { return nil }
        if let (bytes, _) = IPAddress.v6(Array(text[..<slash])), IPAddress.isMapped(bytes) { return nil }
        guard let address = IPAddress(text[..<slash]), prefix <= address.bytes.count * 8 else { return nil }
        return make(.network, extra: UInt32(prefix), address.bytes)
    }

    func parsedNetwork(_ text: String) -> Value {
        let bytes = Array(text.utf8)
        return parsedBlock(bytes) ?? IPAddress(bytes).map { make(.address, $0.bytes) } ?? .null
    }

    func contains(_ block: Value, _ other: Value, prefix: UInt32) -> Bool {
        let (one, two) = (address(block), address(other))
        return one.isV4 == two.isV4 && one.masked(Int(prefix)) == two.masked(Int(prefix))
    }

    func addressText(_ value: Value) -> String {
        let text = address(value).text
        return value.tag == .network ? "\(text)/\(value.extra)" : text
    }
}
