import Diagnostics
package import Inventories
package import Rehearsals

/// What the whole order does to a service: the worst of all its steps.
package struct Affected: Sendable {
    package let service: Ref<ServiceFact>
    /// The impacts of all steps, in the order of the steps.
    package let impacts: [Ref<ImpactFact>]
    /// The impact that is worst, the first of equals.
    package let worst: Ref<ImpactFact>
    package let atBest: String
    package let atWorst: String
    /// Of an outage: `certain`, `possible`, `excluded` or `unexplained`.
    package let certainty: String
}

extension Check {
    /// Every service that the order can reach, by what happens to it, the worst first; then in the order of the record.
    package var affected: [Affected] {
        var impacts: [Ref<ServiceFact>: [Ref<ImpactFact>]] = [:]
        for step in facts.steps {
            for impact in facts[step.impacts] {
                if let service = facts.impacts[Int(impact.index)].service { impacts[service, default: []].append(impact) }
            }
        }
        let all = facts.services.indices.compactMap { index -> Affected? in
            let service = Ref<ServiceFact>(index)
            return impacts[service].map { affected(service, $0) }
        }
        return all.sorted { left, right in
            (right.rank, left.service.index) < (left.rank, right.service.index)
        }
    }

    /// Services of which no step says anything: nothing that they need is reached.
    package var unreached: [Ref<ServiceFact>] {
        let reached = Set(affected.map(\.service))
        return facts.services.indices.map { Ref<ServiceFact>($0) }.filter { !reached.contains($0) }
    }

    private func affected(_ service: Ref<ServiceFact>, _ impacts: [Ref<ImpactFact>]) -> Affected {
        let rows = impacts.map { facts.impacts[Int($0.index)] }
        let worst = rows.indices.max { left, right in
            // The first of equals: `max` keeps the last of them, so a later one counts as less.
            (Impacts.rank(rows[left]), right) < (Impacts.rank(rows[right]), left)
        }
        func highest(_ words: [String], of known: [String]) -> String {
            words.max { (known.firstIndex(of: $0) ?? 0) < (known.firstIndex(of: $1) ?? 0) } ?? known[0]
        }
        return Affected(
            service: service, impacts: impacts, worst: impacts[worst ?? 0], atBest: highest(rows.map(\.atBest.text), of: Impacts.levels),
            atWorst: highest(rows.map(\.atWorst.text), of: Impacts.levels),
            certainty: highest(rows.map(\.certainty.text), of: Impacts.certainties))
    }
}

extension Affected {
    fileprivate var rank: Int {
        (Impacts.certainties.firstIndex(of: certainty) ?? 0) * 16 + (Impacts.levels.firstIndex(of: atWorst) ?? 0) * 4
            + (Impacts.levels.firstIndex(of: atBest) ?? 0)
    }
}

/// The words of impacts, the mildest first.
enum Impacts {
    static let levels = ["no-impact", "reduced-redundancy", "degraded", "outage"]
    static let certainties = ["excluded", "unexplained", "possible", "certain"]

    static func rank(_ impact: ImpactFact) -> Int {
        (certainties.firstIndex(of: impact.certainty.text) ?? 0) * 16 + (levels.firstIndex(of: impact.atWorst.text) ?? 0) * 4
            + (levels.firstIndex(of: impact.atBest.text) ?? 0)
    }
}
