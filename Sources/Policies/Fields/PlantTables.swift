import CEL
import Diagnostics
import Inventories
import Rehearsals

/// What stands there, who it belongs to, and what happens to it.
extension FactTables {
    static var plantTables: [DeclaredTable] {
        [
            link, port, cable, device, rack, room, supply, feed, service, impact, person, party, contract, statement, calendarEntry,
            evidence, gap,
        ]
    }

    private static var link: DeclaredTable {
        .table(
            LinkFact.self, "A link between two active ports, or from one into the unknown, seen from the port that is handled.",
            "Связь между двумя активными портами или от порта в неизвестность, если смотреть с порта, с которым работают.",
            document: "links", isRoot: true, key: ["key"], label: ["label", "key"],
            [
                .field("key", \.key, "The sorted ends, an unknown one as `?`.", "Концы по порядку, неизвестный — `?`."),
                .field("label", \.label, "As people name it.", "Как её называют."),
                .field(
                    "port", \.port, "The port that is touched, or the nearer active end.", "Порт, с которым работают, или ближний конец."),
                .field("device", \.device, "The device of that port.", "Устройство этого порта."),
                .field("far_end", \.farEnd, "Where it goes.", "Куда она ведёт."),
                .field("exists", \.exists, "It is there at all.", "Есть ли она вообще."),
                .field("carried_by", \.carriedBy, "The cables that carry it.", "По каким кабелям идёт."),
                .field("owner", \.owner, "Whose it is.", "Чья она."),
                .field("candidate_owners", \.candidateOwners, "Parties that could own it.", "Чья она может быть."),
                .field("purpose", \.purpose, "What it is for.", "Для чего она."),
                .field("cables", \.cables, "The cables on record of which it is made.", "Кабели из учёта, из которых она состоит."),
                .field(
                    "hit", \.hit, "`certain` or `possible` in a step's `disturbs`; empty elsewhere.",
                    "`certain` или `possible` в `disturbs` шага, иначе пусто."),
                .field("already_down", \.alreadyDown, "Nothing runs over it by then.", "К этому моменту по ней ничего не идёт."),
                .field("restored", \.restored, "A later step makes it again.", "Следующий шаг делает её заново."),
                .field("same_port", \.samePort, "It comes back to the very same ports.", "Возвращается в те же порты."),
                .field("services", \.services, "Services that run, or may run, over it.", "Услуги, которые идут или могут идти по ней."),
                .field("statements", \.statements, "What people said of it.", "Что о ней говорили."),
                .field(
                    "orphaned", \.orphaned, "Every candidate owner has said \"not ours\".", "Все возможные владельцы сказали «не наше»."),
                .field("management", \.management, "It serves to manage a device.", "Служит для управления устройством."),
                .field(
                    "evidence_age", \.evidenceAge, "How old the newest evidence is.", "Сколько лет самым свежим сведениям.",
                    isVolatile: true),
            ])
    }

    private static var port: DeclaredTable {
        .table(
            PortFact.self, "Anything a cable can end on.", "Всё, к чему подключают кабель.", document: "ports", isRoot: true,
            key: ["key"], label: ["label", "key"],
            [
                .field("key", \.key, "Its full name.", "Полное имя."),
                .field("label", \.label, "As people name it.", "Как его называют."),
                .field("name", \.name, "Its name on the device.", "Имя на устройстве."),
                .field(
                    "kind", \.kind, "`interface`, `front`, `rear`, `console`, `power`, `outlet`, `feed` and so on.",
                    "`interface`, `front`, `rear`, `console`, `power`, `outlet`, `feed` и так далее."),
                .field("type", \.type, "Its socket, such as `8p8c`.", "Разъём, например `8p8c`."),
                .field("device", \.device, "The device on which it is.", "Устройство, на котором он находится."),
                .field("rack", \.rack, "The rack in which it is.", "Стойка, в которой он находится."),
                .field("occupied", \.occupied, "It holds a cord.", "В нём есть шнур."),
                .field("documented", \.documented, "A cable on record ends here.", "Здесь заканчивается кабель из учёта."),
                .field("cable", \.cable, "That cable.", "Этот кабель."),
                .field(
                    "freed_by_order", \.freedByOrder, "An earlier step of the order unplugs it.", "Его освобождает предыдущий шаг заявки."),
            ])
    }

    private static var cable: DeclaredTable {
        .table(
            CableFact.self, "A cable on record.", "Кабель из учёта.", document: "cables", isRoot: true, key: ["key"],
            label: ["name", "label", "key"],
            [
                .field("key", \.key, "Its id, else its named end.", "Обозначение, а если его нет — известный конец."),
                .field("name", \.name, "By id, label or ends, as people name it.", "Как его называют: обозначение, маркировка или концы."),
                .field(
                    "label", \.label, "What is printed on it; empty when nothing is on record.", "Маркировка; пусто, если в учёте её нет."),
                .field("type", \.type, "Its type, such as `cat6`.", "Тип, например `cat6`."),
                .field("a", \.a, "Its A side.", "Сторона A."),
                .field("b", \.b, "Its B side.", "Сторона B."),
                .field(
                    "rack", \.rack,
                    "The name of the one rack in which it ends; empty when it runs between racks, or when none is on record.",
                    "Имя единственной стойки, в которой его концы; пусто, если он идёт между стойками или стойки нет в учёте."),
                .field("owner", \.owner, "Whose it is.", "Чей он."),
                .field(
                    "look_alikes", \.lookAlikes, "Cables in the same racks whose labels can be taken for its own.",
                    "Кабели в тех же стойках, маркировку которых легко спутать."),
            ])
    }

    private static var device: DeclaredTable {
        .table(
            DeviceFact.self, "A device, a panel included.", "Устройство, в том числе панель.", document: "devices", isRoot: true,
            key: ["name"],
            [
                .field("name", \.name, "Its name.", "Имя."),
                .field("role", \.role, "Its role.", "Роль."),
                .field("serial", \.serial, "Its serial number.", "Серийный номер."),
                .field("asset_tag", \.assetTag, "Its asset tag.", "Инвентарный номер."),
                .field("rack", \.rack, "The rack in which it stands.", "Стойка, в которой стоит."),
                .field("room", \.room, "The room in which it stands.", "Помещение, в котором стоит."),
                .field("place", \.place, "As on the rack, such as `U20`.", "Место в стойке, например `U20`."),
                .field("owner", \.owner, "Whose it is.", "Чьё оно."),
                .field("config_saved", \.configSaved, "Its running configuration is saved.", "Рабочая конфигурация сохранена."),
                .field(
                    "backup_verified", \.backupVerified, "There is a backup that somebody verified.", "Есть копия, которую кто-то проверил."
                ),
                .field("up", \.up, "It works.", "Работает."),
                .field("draw", \.draw, "Watts that it draws.", "Сколько ватт потребляет."),
                .field("supplies", \.supplies, "The ways of power into it, where it is handled.", "Вводы питания, если с ним работают."),
                .field("links", \.links, "Its links, where it is handled.", "Его связи, если с ним работают."),
                .field("passive", \.passive, "A panel or a coupler.", "Панель или муфта."),
                .field(
                    "gear", \.gear, "`power`, `cooling`, `fire`, `emergency-off`, or empty.",
                    "`power`, `cooling`, `fire`, `emergency-off` или пусто."),
                .field(
                    "identifiers", \.identifiers, "How many of name, serial number, asset tag and place are on record.",
                    "Сколько из признаков в учёте: имя, серийный номер, инвентарный номер, место."),
                .field(
                    "configurable", \.configurable, "It has a configuration that can be lost.", "Есть конфигурация, которую можно потерять."
                ),
            ])
    }

    private static var rack: DeclaredTable {
        .table(
            RackFact.self, "A rack.", "Стойка.", document: "racks", isRoot: true, key: ["name"],
            [
                .field("name", \.name, "Its name.", "Имя."),
                .field("owner", \.owner, "Whose it is.", "Чья она."),
                .field("room", \.room, "The room in which it stands.", "Помещение, в котором стоит."),
                .field("owners", \.owners, "Owners of what stands in it.", "Владельцы того, что в ней стоит."),
                .field("shared", \.shared, "They are of more than one organisation.", "Они из разных организаций."),
                .field("free_units", \.freeUnits, "Free units.", "Свободные юниты."),
            ])
    }

    private static var room: DeclaredTable {
        .table(
            RoomFact.self, "A room.", "Помещение.", document: "rooms", isRoot: true, key: ["name", "site"], label: ["name"],
            [
                .field("name", \.name, "Its name.", "Имя."),
                .field("site", \.site, "The site.", "Площадка."),
                .field("services", \.services, "Services whose ways go through it.", "Услуги, пути которых идут через него."),
                .field(
                    "critical", \.critical, "One of them is of high criticality, or lives depend on it.",
                    "Среди них есть критичная или та, от которой зависят жизни."),
            ])
    }

    private static var supply: DeclaredTable {
        .table(
            SupplyFact.self, "The way of power into a device by one inlet.", "Путь питания в устройство через один ввод.",
            document: "supplies", isRoot: true, key: ["key"], label: ["label", "key"],
            [
                .field("key", \.key, "Its full name.", "Полное имя."),
                .field("label", \.label, "As people name it.", "Как его называют."),
                .field("device", \.device, "The device that it feeds.", "Устройство, которое он питает."),
                .field("feeds", \.feeds, "The feeds behind it.", "Линии питания за ним."),
                .field("fed", \.fed, "It is fed.", "Питание есть."),
                .field(
                    "redundant", \.redundant, "The device lives on without it by the record.", "По учёту устройство проживёт и без него."),
            ])
    }

    private static var feed: DeclaredTable {
        .table(
            FeedFact.self, "A power feed.", "Линия питания.", document: "feeds", isRoot: true, key: ["name", "panel"], label: ["name"],
            [
                .field("name", \.name, "Its name.", "Имя."),
                .field("panel", \.panel, "The panel from which it comes.", "Щит, от которого идёт."),
                .field("capacity", \.capacity, "Watts that may be drawn.", "Сколько ватт можно взять."),
                .field("load", \.load, "Watts that are known to be drawn.", "Сколько ватт берут, насколько известно."),
                .field("incomplete", \.incomplete, "Figures are missing from the load.", "В нагрузке не хватает цифр."),
            ])
    }

    private static var service: DeclaredTable {
        .table(
            ServiceFact.self, "What the client's people would miss.", "То, чего хватятся люди клиента.", document: "services",
            isRoot: true, key: ["id"], label: ["name", "id"],
            [
                .field("id", \.id, "Its id.", "Обозначение."),
                .field("name", \.name, "Its name.", "Название."),
                .field("department", \.department, "The department that needs it.", "Отдел, которому она нужна."),
                .field("criticality", \.criticality, "`low`, `normal`, `high`, `life-safety`.", "`low`, `normal`, `high`, `life-safety`."),
                .field("hours", \.hours, "The hours in which it is used.", "Часы, в которые ей пользуются."),
                .field("downtime", \.downtime, "What its owner tolerates.", "Простой, который допускает владелец."),
                .field(
                    "cost_per_hour", \.costPerHour, "What an hour of outage costs, by the client's own figures.",
                    "Сколько стоит час простоя по расчётам клиента."),
                .field(
                    "explained", \.explained, "The record explains how it works before the order.",
                    "По учёту понятно, как он работает до заявки."),
            ])
    }

    private static var impact: DeclaredTable {
        .table(
            ImpactFact.self, "What the steps up to one do to a service, against the start.",
            "Что шаги до данного включительно делают с сервисом, по сравнению с началом.", key: ["service", "step"],
            identity: ["service"], label: ["service"],
            [
                .field("service", \.service, "The service.", "Услуга."),
                .field("step", \.step, "The step.", "Шаг."),
                .field(
                    "at_best", \.atBest, "`no-impact`, `reduced-redundancy`, `degraded`, `outage`.",
                    "`no-impact`, `reduced-redundancy`, `degraded`, `outage`."),
                .field("at_worst", \.atWorst, "The same, at worst.", "То же, в худшем случае."),
                .field(
                    "certainty", \.certainty, "Of an outage: `certain`, `possible`, `excluded`, `unexplained`.",
                    "Простоя: `certain`, `possible`, `excluded`, `unexplained`."),
                .field(
                    "since", \.since, "The first step from which it is so without a break.",
                    "Первый шаг, с которого это длится без перерыва."),
                .field("starts", \.starts, "When it begins.", "Когда начинается."),
                .field(
                    "until", \.until, "When it is over; absent when the order does not end it or times are not known.",
                    "Когда кончается; нет, если заявка этого не прекращает или время неизвестно."),
                .field("lasts", \.lasts, "How long it lasts, where times are known.", "Сколько длится, если время известно."),
                .field(
                    "tolerated", \.tolerated, "What contract and service tolerate, the smaller.",
                    "Что допускают договор и сервис, меньшее из двух."),
                .field(
                    "in_hours", \.inHours, "It falls into the hours in which the service is used.",
                    "Попадает в часы, когда сервисом пользуются."),
                .field(
                    "basis", \.basis, "Why it is excluded: `untouched`, `survives`, or empty.",
                    "Почему исключён: `untouched`, `survives` или пусто."),
                .field("shown_by", \.shownBy, "The way or elements that show it, in order.", "Путь или элементы, по которым это видно."),
                .field("leans_on", \.leansOn, "The ways that must take over.", "Пути, которые должны подхватить."),
                .field(
                    "unproven", \.unproven, "Links of them that nothing shows up: neither fresh evidence nor that the service works.",
                    "Их связи, исправность которых ничто не доказывает: ни свежие данные, ни работа самого сервиса."),
                .field("proven", \.proven, "None of them is without proof.", "Доказательство есть для всех."),
            ])
    }

    private static var person: DeclaredTable {
        .table(
            PersonFact.self, "A person.", "Человек.", document: "people", isRoot: true, key: ["id"], label: ["name", "id"],
            [
                .field("id", \.id, "The contact's id.", "Обозначение контакта."),
                .field("name", \.name, "The name.", "Имя."),
                .field("party", \.party, "The party to which the person belongs.", "Сторона, к которой относится."),
                .field("contact", \.contact, "Known to the client as a contact.", "Клиент знает его как контакт."),
                .field("reach", \.reach, "When the person can be reached.", "Когда доступен."),
                .field("crew_task", \.crewTask, "What the person does in the crew.", "Что делает в бригаде."),
            ])
    }

    private static var party: DeclaredTable {
        .table(
            PartyFact.self, "An organisation or department.", "Организация или отдел.", document: "parties", isRoot: true, key: ["id"],
            label: ["name", "id"],
            [
                .field("id", \.id, "Its id.", "Обозначение."),
                .field("name", \.name, "Its name.", "Название."),
                .field(
                    "kind", \.kind, "`department`, `contractor`, `vendor`, `provider`, `client`.",
                    "`department`, `contractor`, `vendor`, `provider`, `client`."),
                .field("told", \.told, "The order tells it beforehand.", "Заявка предупреждает её заранее."),
                .field("present", \.present, "The order has it present.", "По заявке она присутствует."),
                .field(
                    "affected", \.affected, "Something of it surely or possibly stops, or is touched.",
                    "Что-то её точно или возможно остановится, или его трогают."),
            ])
    }

    private static var contract: DeclaredTable {
        .table(
            ContractFact.self, "A contract.", "Договор.", document: "contracts", isRoot: true, key: ["id"],
            [
                .field("id", \.id, "Its id.", "Обозначение."),
                .field("clause", \.clause, "The clause that matters.", "Нужный пункт."),
                .field("downtime", \.downtime, "The downtime that it tolerates.", "Допустимый по нему простой."),
            ])
    }

    private static var statement: DeclaredTable {
        .table(
            StatementFact.self, "What a person said of what the order touches.", "Что человек сказал о том, чего касается заявка.",
            document: "statements", isRoot: true, key: ["key"], label: ["words", "key"],
            [
                .field("key", \.key, "What tells it from others.", "Чем отличается от других."),
                .field("by", \.by, "Who said it.", "Кто сказал."),
                .field(
                    "says", \.says, "`authorises`, `owns`, `disclaims`, `does-not-know`, `refuses`, `heard-from`.",
                    "`authorises`, `owns`, `disclaims`, `does-not-know`, `refuses`, `heard-from`."),
                .field("about", \.about, "Of what.", "О чём."),
                .field("words", \.words, "The words themselves.", "Сами слова."),
                .field("seen", \.seen, "When.", "Когда."),
                .field(
                    "has_say", \.hasSay, "The speaker has the say over what he speaks of.", "Говорящий распоряжается тем, о чём говорит."),
                .field("party", \.party, "The speaker's party.", "Сторона говорящего."),
            ])
    }

    private static var calendarEntry: DeclaredTable {
        .table(
            CalendarFact.self, "Hours that a step meets: outside what is allowed, or inside what is forbidden.",
            "Часы, на которые попадает шаг: вне разрешённых или внутри запрещённых.", identity: ["kind", "over", "reason"],
            label: ["reason", "kind"],
            [
                .field("kind", \.kind, "`outside-allowed` or `blackout`.", "`outside-allowed` или `blackout`."),
                .field("reason", \.reason, "Why, in the client's words.", "Почему, словами клиента."),
                .field("over", \.over, "Over what.", "Над чем."),
                .field("from", \.from, "From when.", "С какого времени."),
                .field("to", \.to, "Until when.", "До какого времени."),
            ])
    }

    private static var evidence: DeclaredTable {
        .table(
            EvidenceFact.self, "Source, moment and person behind a fact.", "Источник, время и человек, на которых держится факт.",
            label: ["source"],
            [
                .field("source", \.source, "Such as `traced`, `lldp`, `document`.", "Например, `traced`, `lldp`, `document`."),
                .field("seen", \.seen, "When it was seen.", "Когда видели."),
                .field("by", \.by, "By whom.", "Кто видел."),
                .field("until", \.until, "Until when it holds.", "До какого времени верно.", isVolatile: true),
            ])
    }

    private static var gap: DeclaredTable {
        .table(
            GapFact.self, "Silence that matters: what is not on record, not modelled, not read.",
            "Важное молчание: чего нет в учёте, что не моделируется, что не прочитано.", document: "gaps", isRoot: true,
            identity: ["kind", "what"], label: ["what", "kind"],
            [
                .field("kind", \.kind, "Such as `no-owner`, `no-draw`, `no-config`.", "Например, `no-owner`, `no-draw`, `no-config`."),
                .field("what", \.what, "The object.", "О чём речь."),
                .field("why", \.why, "What follows from it, in English.", "Что из этого следует, по-английски."),
                .field("why_ru", \.whyRussian, "What follows from it, in Russian.", "Что из этого следует, по-русски."),
            ])
    }
}
