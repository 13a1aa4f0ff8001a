import Diagnostics
import RandomNumbers

/// A client with a number of cables, made up: the same for the same number and seed.
///
/// It has what real ones have in about their shares: sites with racks of two switches and two panels, patched and wired
/// through to what stands on desks, uplinks, power to the feed, some cables whose far end nobody knows, a third of them
/// without a label, most facts from a document and some traced.
struct SyntheticClient {
    /// The files of the folder by their paths inside it.
    private(set) var files: [(path: String, text: String)] = []
    private(set) var cableCount = 0

    static let racksAtSite = 10
    static let orderPath = "orders/BENCH-1.yaml"

    init(cables: Int, seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        var sites: [SyntheticSite] = []
        var left = cables
        while left > 0 {
            let site = SyntheticSite(number: sites.count + 1, cables: left, &numbers)
            sites.append(site)
            left -= site.cables.count
        }
        cableCount = cables - left
        files.append(("client.yaml", Self.clientText(sites: sites.count)))
        for site in sites { files.append(("inventory/\(site.name).yaml", site.text)) }
        files.append((Self.orderPath, Self.orderText(desk: sites.first?.desks.last ?? "s1-core")))
    }

    /// Texts as a reader takes them, the order left out.
    var texts: [SourceText] {
        files.filter { $0.path != Self.orderPath }.map { SourceText(name: $0.path, $0.text) }
    }
}

// MARK: - The client and its order

extension SyntheticClient {
    private static func clientText(sites: Int) -> String {
        var text = """
            client: made-up
            name: Made-up Trading
            language: en
            timezone: Europe/Moscow
            parties:
              - {id: netmasters, kind: contractor, name: NetMasters}
              - {id: it, kind: department, name: IT}
              - {id: sales, kind: department, name: Sales}
              - {id: works, kind: department, name: Works}
              - {id: starlink, kind: vendor, name: StarLink Integration}
            contacts:
              - {id: petrova, name: Anna Petrova, party: it, reach: "24/7", authority: [{over: {owner: it}, may: [any]}]}
              - {id: smirnov, name: Oleg Smirnov, party: sales, authority: [{over: {owner: sales}, may: [any]}]}
              - {id: ivanov, name: Ivan Ivanov, party: netmasters}
              - {id: orlov, name: Pyotr Orlov, party: netmasters}
            contract:
              - {id: MSA-1, between: [netmasters, it], covers: {site: s1}, downtime: PT15M, resolves: [{contact: petrova, within: PT15M}]}
            questions_to: [{contact: petrova}]
            calendar:
              - {allowed: "Mo-Su 00:00-24:00"}
            services:

            """
        for site in 1...max(1, sites) {
            text += """
                  - id: work-s\(site)
                    department: sales
                    criticality: \(site.isMultiple(of: 5) ? "high" : "normal")
                    hours: "Mo-Fr 08:00-20:00"
                    downtime: PT15M
                    paths: [{from: [{site: s\(site), role: workstation}], to: [{device: s\(site)-core}], at_least: 1}]

                """
        }
        return text
    }

    /// Ten steps at the first site.
    private static func orderText(desk: String) -> String {
        """
        order: BENCH-1
        title: Move some desks
        contractor: netmasters
        type: normal
        requested_by: petrova
        crew: [{contact: ivanov, as: lead}, {contact: orlov, as: hands}]
        windows: [{id: N1, from: 2026-12-05T22:00:00+03:00, to: 2026-12-06T02:00:00+03:00}]
        wishes:
          - {id: W1, by: petrova, text: five desks change their places, accepted_when: every desk reaches the network}
        steps:
          - {id: S1, do: inspect, rack: s1-r1, takes: PT5M}
          - {id: S2, do: disconnect, port: "s1-r1-sw1:Gi1/0/1", for: [W1], takes: PT2M, undo: auto}
          - {id: S3, do: connect, cable: {a: "s1-r1-sw1:Gi1/0/48", b: "s1-r1-pp1:front/1", type: cat6}, for: [W1], takes: PT2M, undo: auto}
          - {id: S4, do: move, port: "s1-r1-sw2:Gi1/0/2", to: "s1-r1-sw2:Gi1/0/48", for: [W1], takes: PT2M, undo: auto}
          - {id: S5, do: disconnect, port: "s1-r1-pp1:front/3", for: [W1], takes: PT2M, undo: auto}
          - {id: S6, do: power-off, device: \(desk), for: [W1], takes: PT2M, undo: auto}
          - {id: S7, do: power-on, device: \(desk), for: [W1], takes: PT2M, undo: auto}
          - {id: S8, do: restart, device: s1-r1-sw1, for: [W1], takes: PT5M}
          - {id: S9, do: label, port: "s1-r1-sw1:Gi1/0/4", for: [W1], takes: PT1M}
          - {id: S10, do: hold, observe: "s1-r1-sw1:Gi1/0/48", expect: link up, by: ivanov, else: abort}

        """
    }
}
