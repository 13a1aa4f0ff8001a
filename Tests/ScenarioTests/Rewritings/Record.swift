import Diagnostics
import Inventories
import Times

extension Inventory {
    /// What is on record, a line for each thing, without places in files and in an order that no file decides.
    var record: [String] {
        (partyLines + placeLines + deviceLines + cableLines + claimLines).sorted()
    }

    private var partyLines: [String] {
        parties.rows.map { "party \($0.id) \($0.kind) \($0.name) under \(name($0.under))" }
            + contacts.rows.map { contact in
                "contact \(contact.id) of \(name(contact.party)), deputy \(contact.deputy.map { contacts[$0].id.text } ?? "-"): "
                    + contact.authority.map { "\(description(of: $0.over)) \($0.may)" }.joined(separator: "; ")
            }
            + services.rows.map { service in
                "service \(service.id) of \(name(service.department)) \(service.criticality): "
                    + service.paths.map { "\(description(of: $0.from)) to \(description(of: $0.to))" }.joined(separator: "; ")
            }
            + client.contracts.map { "contract \($0.id) covers \(description(of: $0.covers))" }
    }

    private var placeLines: [String] {
        sites.rows.map { "site \($0.name) \(name($0.owner))" } + locations.rows.map { "location \($0.name)" }
            + racks.refs.map { "rack \(name(of: .rack($0))) \(racks[$0].height) \(name(racks[$0].owner))" }
    }

    private var deviceLines: [String] {
        devices.refs.map { device in
            let row = devices[device]
            let ports = row.ports.refs.map { "\(self.ports[$0].kind) \(self.ports[$0].name)" }.sorted()
            return "device \(name(of: .device(device))) \(row.role.map(\.text) ?? "-") \(row.rack.map { name(of: .rack($0)) } ?? "-") "
                + "\(row.positionHalves ?? 0) \(name(row.owner)): \(ports.joined(separator: ", "))"
        }
    }

    private var cableLines: [String] {
        cables.refs.map { cable in
            let row = cables[cable]
            let ends = cableEnds[row.ends].map { end in end.port.map { name(of: .port($0)) } ?? "unknown" }
            return "cable \(row.label?.text ?? "-") \(row.type?.text ?? "-") \(ends.joined(separator: " "))"
        }
    }

    private var claimLines: [String] {
        occupancy.rows.map { claim in
            let evidence = claim.evidence.map { self.evidence[$0] }
            return
                "port \(name(of: .port(claim.port))) \(claim.isOccupied) \(evidence.map { "\($0.source) \($0.seen?.rfc3339 ?? "-")" } ?? "-")"
        } + statements.rows.map { "\($0.speaker) \($0.says) \($0.aboutText): \($0.words)" }
    }

    private func name(_ party: Ref<Party>?) -> String { party.map { parties[$0].id.text } ?? "-" }

    private func description(of selector: Selector) -> String {
        let terms = selector.alternatives.map { terms in
            terms.map { term in
                switch term {
                case .site(let site): name(of: .site(site))
                case .location(let location), .room(let location): name(of: .location(location))
                case .rack(let rack): name(of: .rack(rack))
                case .device(let device): name(of: .device(device))
                case .owner(let party): name(party)
                case .service(let service): services[service].id.text
                case .port(let port), .feed(let port): name(of: .port(port))
                case .cable(let cable): name(of: .cable(cable))
                case .circuit(let circuit): name(of: .circuit(circuit))
                case .role(let word), .tag(let word): word.text
                case .unrecorded(let key, let name): "\(key)?\(name)"
                }
            }.sorted().joined(separator: "&")
        }
        return terms.joined(separator: "|")
    }
}
