/// What surely stands after some touches, in every world in which some devices live.
struct Standing {
    let graph: ImpactGraph
    /// Nil before the order.
    let touches: Touches?
    let living: Set<Int32>
    /// Whether only links count that are proven up.
    var isProven = false
    /// Links without which the service was out before: that it works shows them up, and they need no other proof.
    var borne: Set<Int32> = []

    func holds(link row: Int32, _ touched: Touched) -> Bool {
        switch touched.links[Int(row)] ? touches?.links[row] : nil {
        case .there: return true
        case .away, .perhaps: return false
        case nil, .untouched:
            let link = graph.links[Int(row)]
            return link.presence == .sure && (!isProven || link.isProvenUp || borne.contains(row))
        }
    }

    func lives(_ row: Int32, _ touched: Touched) -> Bool {
        switch touched.devices[Int(row)] ? touches?.devices[row] : nil {
        case .there: true
        case .away, .perhaps: false
        case nil, .untouched: graph.devices[Int(row)].presence == .sure || living.contains(row)
        }
    }

    /// Whether fresh evidence, the order's own verification, or the service itself shows an element up.
    func isProvenUp(_ element: ImpactGraph.Element) -> Bool {
        guard case .link(let link) = element else { return true }
        return graph.links[Int(link.row)].isProvenUp || borne.contains(link.row) || touches?[link] == .there
    }
}
