import Diagnostics
import Times

/// The texts of a new client's folder, whose comments teach its form.
struct NewClient {
    let id: String
    let name: String?
    let timezone: String
    let day: CivilDate
    let language: Language

    /// By their paths inside the folder.
    var texts: [(path: String, text: String)] {
        switch language {
        case .en: [("client.yaml", englishClient), ("inventory/rack-1.yaml", englishRack)]
        case .ru: [("client.yaml", russianClient), ("inventory/rack-1.yaml", russianRack)]
        }
    }

    /// A text between quotation marks, as YAML and JSON read it alike.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private var englishClient: String {
        """
        # Who the client is, who decides what, and what must not stop.
        # All keys and what they mean: primum schema client
        client: \(quoted(id))
        name: \(quoted(name ?? id))
        language: en                  # of questions and reports for the client: en or ru
        timezone: \(quoted(timezone))

        # Organisations and departments that own, administer, serve or speak.
        # kind: department, contractor, vendor, provider or client
        parties:
          - {id: it, kind: department, name: "IT department"}
          - {id: contractor, kind: contractor, name: "Our firm"}

        # Their people. Authority is what a person may decide; none written is none held.
        contacts:
          - id: admin
            name: "The person to ask"
            party: it
            # phone: "+1 555 0100"
            # reach: "Mo-Fr 09:00-18:00"
            authority:
              - {over: {owner: it}, may: [any]}

        # Whom to ask where nobody else is named.
        questions_to: [{contact: admin}]

        # What the client's people would miss, and between which devices it needs a way.
        # Without services a check can only end INCONCLUSIVE or DO NOT TOUCH.
        # services:
        #   - id: accounting
        #     department: it
        #     criticality: high       # low, normal, high or life-safety
        #     hours: "Mo-Fr 08:00-20:00"
        #     downtime: PT15M         # what its owner tolerates
        #     paths:
        #       - {from: [{device: sw-1}], to: [{device: router-1}]}

        # What parties agreed on.
        # contract:
        #   - {id: A-1, between: [contractor, it], covers: {rack: R1}}

        # When work is forbidden, or alone allowed.
        # calendar:
        #   - {allowed: "Mo-Su 20:00-06:00"}

        """
    }

    private var englishRack: String {
        """
        # What is written about the client's gear. Any number of files under inventory/, any split.
        # All keys and what they mean: primum schema inventory

        # Where the facts of this file come from. Evidence expires: what was traced holds longer than a photo.
        # source: traced, lldp, mac-table, label, photo, document, statement or hearsay
        evidence: {source: photo, seen: \(day.iso8601), by: admin}

        racks:
          - {name: R1, site: hq, u_height: 42, owner: it}

        devices:
          # A panel of which nobody knows where the cords go: what was seen is enough to begin.
          - name: PP-1
            role: patch-panel
            rack: R1
            position: 40
            front_ports: [{name: "[1-24]", type: 8p8c, rear_port: "[1-24]"}]
            rear_ports: [{name: "[1-24]", type: 8p8c}]
            occupied: "[1-19]"        # seen to hold a cord
            empty: "[20-24]"          # seen to hold none
          # - name: sw-1
          #   role: access-switch
          #   rack: R1
          #   position: 38
          #   interfaces: [{name: "Gi1/0/[1-24]", type: 1000base-t}]
          #   power_ports: [{name: PSU1, maximum_draw: 90}]

        # Cords and cables; an end that nobody knows is written `unknown`.
        # cables:
        #   - {id: C-1, a: "sw-1:Gi1/0/7", b: "PP-1:7", label: R1-07, type: cat6}
        #   - {a: "PP-1:12", b: unknown}

        """
    }

    private var russianClient: String {
        """
        # Кто клиент, кто что решает и что не должно остановиться.
        # Все ключи и их смысл: primum schema client
        client: \(quoted(id))
        name: \(quoted(name ?? id))
        language: ru                  # язык вопросов и отчётов для клиента: en или ru
        timezone: \(quoted(timezone))

        # Организации и отделы, которые владеют, администрируют, обслуживают или высказываются.
        # kind: department, contractor, vendor, provider или client
        parties:
          - {id: it, kind: department, name: "Отдел ИТ"}
          - {id: contractor, kind: contractor, name: "Наша фирма"}

        # Их люди. authority — что человек вправе решать; не записано — значит, не вправе.
        contacts:
          - id: admin
            name: "Кого спрашивать"
            party: it
            # phone: "+7 495 000-00-00"
            # reach: "Mo-Fr 09:00-18:00"
            authority:
              - {over: {owner: it}, may: [any]}

        # Кого спрашивать, когда больше некого.
        questions_to: [{contact: admin}]

        # Чего хватятся люди клиента и между какими устройствами для этого нужен путь.
        # Без сервисов проверка может кончиться только «вывода нет» или «не трогать».
        # services:
        #   - id: accounting
        #     department: it
        #     criticality: high       # low, normal, high или life-safety
        #     hours: "Mo-Fr 08:00-20:00"
        #     downtime: PT15M         # сколько простоя терпит владелец
        #     paths:
        #       - {from: [{device: sw-1}], to: [{device: router-1}]}

        # О чём стороны договорились.
        # contract:
        #   - {id: A-1, between: [contractor, it], covers: {rack: R1}}

        # Когда работать нельзя или можно только тогда.
        # calendar:
        #   - {allowed: "Mo-Su 20:00-06:00"}

        """
    }

    private var russianRack: String {
        """
        # Что записано об оборудовании клиента. Файлов в inventory/ может быть сколько угодно, делите как удобно.
        # Все ключи и их смысл: primum schema inventory

        # Откуда сведения этого файла. Они стареют: прослеженное держится дольше, чем фото.
        # source: traced, lldp, mac-table, label, photo, document, statement или hearsay
        evidence: {source: photo, seen: \(day.iso8601), by: admin}

        racks:
          - {name: R1, site: hq, u_height: 42, owner: it}

        devices:
          # Панель, о которой никто не знает, куда идут шнуры: для начала хватит того, что видно.
          - name: PP-1
            role: patch-panel
            rack: R1
            position: 40
            front_ports: [{name: "[1-24]", type: 8p8c, rear_port: "[1-24]"}]
            rear_ports: [{name: "[1-24]", type: 8p8c}]
            occupied: "[1-19]"        # видно, что шнур есть
            empty: "[20-24]"          # видно, что шнура нет
          # - name: sw-1
          #   role: access-switch
          #   rack: R1
          #   position: 38
          #   interfaces: [{name: "Gi1/0/[1-24]", type: 1000base-t}]
          #   power_ports: [{name: PSU1, maximum_draw: 90}]

        # Шнуры и кабели; конец, о котором никто не знает, пишется `unknown`.
        # cables:
        #   - {id: C-1, a: "sw-1:Gi1/0/7", b: "PP-1:7", label: R1-07, type: cat6}
        #   - {a: "PP-1:12", b: unknown}

        """
    }
}
