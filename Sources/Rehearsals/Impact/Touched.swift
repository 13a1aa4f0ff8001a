/// Everything that any prefix of an order touches, by row.
final class Touched {
    let links: [Bool]
    let devices: [Bool]

    init(_ graph: ImpactGraph, by prefixes: [Touches]) {
        var links = [Bool](repeating: false, count: graph.links.count)
        var devices = [Bool](repeating: false, count: graph.devices.count)
        for touches in prefixes {
            for row in touches.links.keys { links[Int(row)] = true }
            for row in touches.devices.keys { devices[Int(row)] = true }
        }
        self.links = links
        self.devices = devices
    }

    /// Whether a link is touched; no stand-in for one is.
    func holds(link row: Int32) -> Bool { row >= 0 && links[Int(row)] }

    /// Whether a device is touched; what is no device is not.
    func holds(device row: Int32) -> Bool { row >= 0 && devices[Int(row)] }
}
