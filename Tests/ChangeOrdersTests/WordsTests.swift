import ChangeOrders
import Diagnostics
import Inventories
import Testing

/// What was understood, in the words of the table: verb and names.
private func understood(_ words: String) -> String {
    let read = Read(action: words)
    guard let order = read.order else { return "not understood: " + read.log.kept.map(\.code).joined(separator: ", ") }
    return order.steps.map { step in
        let work =
            step.targets.map(name) + step.connections.map { "\(name($0.a)) - \(name($0.b))" }
            + step.transfers.map { "\(name($0.from)) > \(name($0.to))" + ($0.cable == nil ? "" : " by cable") }
            + (step.installation.map { [place($0)] } ?? []) + (step.replacement?.with.map { ["with \(name($0))"] } ?? [])
        return ([step.verb.rawValue] + work).joined(separator: " ")
    }.joined(separator: "; ")
}

private func name(_ target: Step.Target) -> String {
    switch target {
    case .object(let object): Plant.inventory.name(of: object)
    case .unit(let rack, let unit): "\(Plant.inventory.name(of: .rack(rack))) U\(unit)"
    case .unrecorded(let kind, let name, _): "\(kind)?\(name)"
    case .everything(let objects, let except):
        "all[\(objects.map(Plant.inventory.name(of:)).joined(separator: " "))]"
            + (except.isEmpty ? "" : "-[\(except.map(Plant.inventory.name(of:)).joined(separator: " "))]")
    case .unknownGear, .words: "\(target)"
    }
}

private func name(_ end: Step.Endpoint) -> String {
    switch end {
    case .port(let port): Plant.inventory.name(of: .port(port))
    case .unrecorded(let name, _): "?\(name)"
    case .unknown: "unknown"
    }
}

private func place(_ installation: Step.Installation) -> String {
    let rack = installation.rack.map { Plant.inventory.name(of: .rack($0)) } ?? "nowhere"
    return "\(installation.device) in \(rack)" + (installation.positionHalves.map { " U\($0 / 2)" } ?? "")
}

@Test(
    arguments: [
        // Cords
        ("unplug PP-1:12", "disconnect PP-1:front/12"),
        ("disconnect PP-1:12", "disconnect PP-1:front/12"),
        ("Unplug PP-1:12.", "disconnect PP-1:front/12"),
        ("please unplug the cord from PP-1:12", "disconnect PP-1:front/12"),
        ("pull PP-1:12 out", "disconnect PP-1:front/12"),
        ("pull out PP-1:12", "disconnect PP-1:front/12"),
        ("pull the cable out of PP-1:12", "disconnect PP-1:front/12"),
        ("unplug sw-1:GigabitEthernet1/0/7", "disconnect sw-1:Gi1/0/7"),
        ("unplug port 12 of PP-1", "disconnect PP-1:front/12"),
        ("unplug PP-1 12", "disconnect PP-1:front/12"),
        ("unplug cable C-0017", "disconnect C-0017"),
        ("remove C-0017", "disconnect C-0017"),
        ("pull C-0017 from PP-1:7", "disconnect PP-1:front/7"),
        ("unplug AP-1 from PP-1:12", "disconnect PP-1:front/12"),
        ("unplug PP-1:12 and PP-1:13", "disconnect PP-1:front/12; disconnect PP-1:front/13"),
        ("unplug PP-1:12, PP-1:13 and C-0017", "disconnect PP-1:front/12; disconnect PP-1:front/13; disconnect C-0017"),
        ("unplug PP-1:[12-13]", "disconnect PP-1:front/12 PP-1:front/13"),
        ("unplug PP-1:12 and plug AP-1 into PP-1:12", "disconnect PP-1:front/12; connect AP-1:eth0 - PP-1:front/12"),
        ("unplug PP-1:12, then reboot sw-1", "disconnect PP-1:front/12; restart sw-1"),
        ("unplug PP-1:99", "disconnect port?PP-1:99"),
        ("plug AP-1:eth0 into PP-1:20", "connect AP-1:eth0 - PP-1:front/20"),
        ("connect AP-1:eth0 to PP-1:20", "connect AP-1:eth0 - PP-1:front/20"),
        ("connect AP-1:eth0 and PP-1:20", "connect AP-1:eth0 - PP-1:front/20"),
        ("patch a cord from sw-1:Gi1/0/8 to PP-1:20", "connect sw-1:Gi1/0/8 - PP-1:front/20"),
        ("plug laptop into PP-1:20", "connect ?laptop - PP-1:front/20"),
        ("move PP-1:12 to PP-1:20", "move PP-1:front/12 > PP-1:front/20"),
        ("move the cord from PP-1:12 to PP-1:20", "move PP-1:front/12 > PP-1:front/20"),
        ("move C-0017 from PP-1:7 to PP-1:20", "move PP-1:front/7 > PP-1:front/20 by cable"),
        ("move C-0018 to PP-1:20", "move PP-1:front/8 > PP-1:front/20 by cable"),
        ("swap PP-1:12 and PP-1:13", "move PP-1:front/12 > PP-1:front/13 PP-1:front/13 > PP-1:front/12"),
        ("repatch PP-1:12 into PP-1:20", "move PP-1:front/12 > PP-1:front/20"),
        ("unplug the cord in port 12 of PP-1", "disconnect PP-1:front/12"),
        ("unplug AP-1 from port 12 of PP-1", "disconnect PP-1:front/12"),
        ("unplug ports [12-13] of PP-1", "disconnect PP-1:front/12 PP-1:front/13"),
        ("unplug PP-1 port 12", "disconnect PP-1:front/12"),
        ("plug AP-1 into port 20 on PP-1", "connect AP-1:eth0 - PP-1:front/20"),
        ("connect port 8 of sw-1 to port 20 of PP-1", "connect ?sw-1:8 - PP-1:front/20"),
        ("move port 12 of PP-1 to port 20 of PP-1", "move PP-1:front/12 > PP-1:front/20"),
        ("unplug PP-1:12; reboot sw-1", "disconnect PP-1:front/12; restart sw-1"),
        ("unplug PP-1:12 and then wipe the router core-rtr", "disconnect PP-1:front/12; reset core-rtr"),
        ("UNPLUG pp-1:12", "disconnect PP-1:front/12"),
        ("unplug SW-1:gi1/0/7", "disconnect sw-1:Gi1/0/7"),
        // Devices
        ("remove sw-1", "remove sw-1"),
        ("take out sw-1", "remove sw-1"),
        ("pull sw-1", "remove sw-1"),
        ("remove the switch sw-1 from rack R1", "remove sw-1"),
        ("remove everything in R2 except PP-9", "remove all[sl-sw R-twin]-[PP-9]"),
        ("install sw-9 in R1 U24", "install sw-9 in R1 U24"),
        ("install sw-9 in U24 of R1", "install sw-9 in R1 U24"),
        ("install box-7 in R1", "install box-7 in R1"),
        ("move sw-1 to R2 U30", "remove sw-1; install sw-1 in R2 U30"),
        ("replace sw-1 with sw-9", "replace sw-1 with sw-9"),
        ("swap sw-1 for sw-9", "replace sw-1 with sw-9"),
        ("replace sw-1 by box-7", "replace sw-1 with device?box-7"),
        // Power and configuration
        ("power off sw-1", "power-off sw-1"),
        ("turn sw-1 off", "power-off sw-1"),
        ("shut down sw-1", "power-off sw-1"),
        ("disconnect sw-1", "power-off sw-1"),
        ("switch off outlet pdu-1:3", "power-off pdu-1:outlet/3"),
        ("power on sw-1", "power-on sw-1"),
        ("power off everything in R2", "power-off all[sl-sw PP-9 R-twin]"),
        ("power off rack R2", "power-off all[sl-sw PP-9 R-twin]"),
        ("power cycle sw-1", "restart sw-1"),
        ("power-cycle pdu-1:outlet/3", "power-off pdu-1:outlet/3; power-on pdu-1:outlet/3"),
        ("reboot sw-1", "restart sw-1"),
        ("reload core-rtr", "restart core-rtr"),
        ("wipe core-rtr", "reset core-rtr"),
        ("factory reset core-rtr", "reset core-rtr"),
        ("erase the configuration of core-rtr", "reset core-rtr"),
        ("configure sw-1", "configure sw-1"),
        ("reconfigure sw-1:Gi1/0/3", "configure sw-1"),
        ("look at R1", "inspect R1"),
        ("label PP-1:12", "label PP-1:front/12"),
        // По-русски
        ("выдернуть PP-1:12", "disconnect PP-1:front/12"),
        ("Выдерни шнур из PP-1:12", "disconnect PP-1:front/12"),
        ("выдернуть порт 12 на PP-1", "disconnect PP-1:front/12"),
        ("отключить PP-1:12", "disconnect PP-1:front/12"),
        ("отсоединить кабель C-0017", "disconnect C-0017"),
        ("вынуть PP-1:12 и PP-1:13", "disconnect PP-1:front/12; disconnect PP-1:front/13"),
        ("вытащить шнур из PP-1:12, затем воткнуть AP-1 в PP-1:12", "disconnect PP-1:front/12; connect AP-1:eth0 - PP-1:front/12"),
        ("воткнуть AP-1 в PP-1:20", "connect AP-1:eth0 - PP-1:front/20"),
        ("подключить AP-1:eth0 к PP-1:20", "connect AP-1:eth0 - PP-1:front/20"),
        ("соединить AP-1:eth0 и PP-1:20", "connect AP-1:eth0 - PP-1:front/20"),
        ("включить AP-1 в PP-1:20", "connect AP-1:eth0 - PP-1:front/20"),
        ("переткнуть PP-1:12 в PP-1:20", "move PP-1:front/12 > PP-1:front/20"),
        ("переткни шнур из PP-1:12 в PP-1:20", "move PP-1:front/12 > PP-1:front/20"),
        ("переставить PP-1:12 на PP-1:20", "move PP-1:front/12 > PP-1:front/20"),
        ("переставить sw-1 в R2 U30", "remove sw-1; install sw-1 in R2 U30"),
        ("поменять местами PP-1:12 и PP-1:13", "move PP-1:front/12 > PP-1:front/13 PP-1:front/13 > PP-1:front/12"),
        ("снять sw-1", "remove sw-1"),
        ("снять коммутатор sw-1 со стойки", "remove sw-1"),
        ("демонтировать sw-1", "remove sw-1"),
        ("убрать всё из R2 кроме PP-9", "remove all[sl-sw R-twin]-[PP-9]"),
        ("поставить sw-9 в стойку R1 U24", "install sw-9 in R1 U24"),
        ("поставить sw-9 вместо sw-1", "replace sw-1 with sw-9"),
        ("заменить sw-1 на sw-9", "replace sw-1 with sw-9"),
        ("выключить sw-1", "power-off sw-1"),
        ("отключить sw-1", "power-off sw-1"),
        ("отключить питание sw-1", "power-off sw-1"),
        ("обесточить стойку R2", "power-off all[sl-sw PP-9 R-twin]"),
        ("включить sw-1", "power-on sw-1"),
        ("перезагрузить sw-1", "restart sw-1"),
        ("перезагрузи «свитч бухгалтерии»", "restart sw-1"),
        ("перезагрузить свитч бухгалтерии", "restart sw-1"),
        ("надо ребутнуть роутер core-rtr", "restart core-rtr"),
        ("сбросить core-rtr", "reset core-rtr"),
        ("сбросить роутер core-rtr до заводских настроек", "reset core-rtr"),
        ("стереть конфигурацию core-rtr", "reset core-rtr"),
        ("настроить sw-1", "configure sw-1"),
        ("осмотреть стойку R1", "inspect R1"),
        ("подписать PP-1:12", "label PP-1:front/12"),
        ("выдернуть шнур из порта 12 на PP-1", "disconnect PP-1:front/12"),
        ("воткнуть AP-1 в порт 20 на PP-1", "connect AP-1:eth0 - PP-1:front/20"),
        ("переткнуть порт 12 на PP-1 в порт 20 на PP-1", "move PP-1:front/12 > PP-1:front/20"),
        ("выдернуть PP-1:12; перезагрузить sw-1", "disconnect PP-1:front/12; restart sw-1"),
        ("выключить свитч бухгалтерии и обесточить стойку R2", "power-off sw-1; power-off all[sl-sw PP-9 R-twin]"),
        ("Перезагрузить «Свитч бухгалтерии»", "restart sw-1"),
        ("restart the router", "restart core-rtr"),
        ("выдернуть PP-1:12 и сбросить the router", "disconnect PP-1:front/12; reset core-rtr"),
        // What is not understood
        ("", "not understood: no-action"),
        ("frobnicate PP-1:12", "not understood: not-understood"),
        ("unplug", "not understood: nothing-named"),
        ("restart the switch", "not understood: nothing-named"),
        ("unplug sw-1", "not understood: wrong-kind"),
        ("reboot PP-1:12", "not understood: wrong-kind"),
        ("reboot R-twin", "not understood: ambiguous-name"),
        ("reboot device R-twin", "restart R-twin"),
        ("unplug cable R-twin", "disconnect R-twin"),
        ("connect AP-1", "not understood: two-ports-needed"),
        ("plug sw-1 into PP-1:20", "not understood: which-port"),
        ("move C-0017 to PP-1:20", "not understood: which-end"),
        ("move PP-1:12", "not understood: where-to-needed"),
        ("replace sw-1", "not understood: with-what-needed"),
        ("remove everything", "not understood: everything-where"),
        ("unplug PP-1:12 because it is old", "not understood: stray-words"),
        ("unplug PP-1:12 and frobnicate sw-1", "not understood: stray-words"),
    ])
func `an action in words is understood as it was meant`(words: String, meaning: String) {
    #expect(understood(words) == meaning, "\(Read(action: words).pictures())")
}

@Test(
    arguments: [
        ("rebot sw-1", "reboot"), ("unplg PP-1:12", "unplug"), ("выдренуть PP-1:12", "выдернуть"),
        ("unplug PP-1:12 and rebot sw-1", "reboot"), ("выдернуть PP-1:12 и перезагузить sw-1", "перезагрузить"),
    ])
func `a misspelt action gets the one that was meant`(words: String, meant: String) {
    let read = Read(action: words)
    #expect(read.order == nil)
    #expect(read.pictures().contains("did you mean `\(meant)`?"), "\(read.pictures())")
}

@Test(arguments: [
    "unplug", "connect", "move", "swap", "install", "replace", "inspect", "label", "restart", "power cycle", "configure", "reset", "remove",
    "cut off", "power off", "power on", "выдернуть", "сбросить",
])
func `what is not understood is always told`(verb: String) {
    let things = [
        "", "the", "the switch", "router", "port", "port 12", "the cord", "everything", "it", "R1", "sw-1", "PP-1:12", "the router", "and",
    ]
    for thing in things {
        for words in [
            "\(verb) \(thing)", "\(verb) \(thing) to the port", "\(verb) \(thing) from R1", "unplug PP-1:12 and \(verb) \(thing)",
        ] {
            let read = Read(action: words)
            #expect(read.order?.steps.isEmpty == false || read.log.hasErrors, "`\(words)` is met with silence")
        }
    }
}
