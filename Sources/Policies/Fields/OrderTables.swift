import CEL
import Diagnostics
import Inventories
import Rehearsals

/// The order, its steps, and what they are made of.
extension FactTables {
    static var orderTables: [DeclaredTable] {
        [order, step, target, touch, connection, obstacle, undo, observation, hold, wish, window, demand, alternative]
    }

    private static var order: DeclaredTable {
        .table(
            OrderFact.self, "The order as a whole.", "Заявка в целом.", key: ["id"],
            [
                .field("id", \.id, "The order's id.", "Обозначение заявки."),
                .field("title", \.title, "The order's title.", "Название заявки."),
                .field("type", \.type, "`standard`, `normal` or `emergency`.", "`standard`, `normal` или `emergency`."),
                .field("contractor", \.contractor, "Who does the work.", "Кто выполняет работы."),
                .field("requested_by", \.requestedBy, "Who ordered it.", "Кто заказал."),
                .field("crew", \.crew, "Who comes.", "Кто придёт."),
                .field("windows", \.windows, "When the work may be done.", "Когда можно работать."),
                .field("steps", \.steps, "What is done, in order.", "Что делается, по порядку."),
                .field("wishes", \.wishes, "What the client asked for.", "О чём просил клиент."),
                .field(
                    "demand", \.demand, "What wishes and steps need against what is free.", "Что нужно пожеланиям и шагам и что свободно."),
                .field(
                    "alternatives", \.alternatives, "Free ports that displace nobody, best first.",
                    "Свободные порты, которые никого не вытесняют, лучшие сначала."),
                .field(
                    "undos", \.undos, "The way back from every point at which the work can stop.",
                    "Путь назад из каждой точки, где работа может остановиться."),
                .field(
                    "resolvers", \.resolvers, "Who decides by the contracts when something goes wrong, in their order.",
                    "Кто решает по договорам, если что-то пойдёт не так, по порядку."),
                .field("affected", \.affected, "Parties to whom something may happen.", "Стороны, которых это может задеть."),
                .field(
                    "takes", \.takes, "How long all steps take; absent when a step does not say.",
                    "Сколько займут все шаги; нет, если какой-то шаг этого не говорит."),
            ])
    }

    private static var step: DeclaredTable {
        .table(
            StepFact.self, "One step, with what the rehearsal found for it.", "Шаг и то, что показала репетиция.", document: "steps",
            isRoot: true, key: ["id"],
            stepItself + stepWork + stepPlace + stepJudgement)
    }

    /// What the step is.
    private static var stepItself: [DeclaredField<StepFact>] {
        [
            .field("id", \.id, "The step's id.", "Обозначение шага."),
            .field("verb", \.verb, "What is done, such as `disconnect`.", "Что делается, например `disconnect`."),
            .field("index", \.index, "Place in the order, from 0.", "Место в заявке, с 0.", isVolatile: true),
            .field("text", \.text, "The step in words, where it is in words.", "Шаг словами, если он задан словами."),
            .field("window", \.window, "The window in which it is done.", "Окно, в котором он выполняется."),
            .field("starts", \.starts, "When it begins, where times are known.", "Когда начинается, если время известно."),
            .field("ends", \.ends, "When it is over, where times are known.", "Когда кончается, если время известно."),
            .field("takes", \.takes, "How long it takes.", "Сколько он занимает."),
            .field("wishes", \.wishes, "The wishes that it serves.", "Пожелания, которым он служит."),
            .field("targets", \.targets, "What it names.", "Что он называет."),
            .field("procedure", \.procedure, "The procedure that it follows.", "Регламент, по которому он выполняется."),
            .field("mitigations", \.mitigations, "What the order does against harm.", "Что в заявке сделано против вреда."),
        ]
    }

    /// What the step does.
    private static var stepWork: [DeclaredField<StepFact>] {
        [
            .field("touches", \.touches, "Everything that the crew lays a hand on.", "Всё, за что берётся бригада."),
            .field("disturbs", \.disturbs, "Links that are surely or possibly taken away.", "Связи, которые точно или возможно пропадут."),
            .field("connects", \.connects, "Cords to be plugged.", "Шнуры, которые подключают."),
            .field("takes_ports", \.takesPorts, "Ports that it plugs into.", "Порты, которые он занимает."),
            .field("obstacles", \.obstacles, "Why it cannot be done as written.", "Почему его нельзя выполнить как написано."),
            .field(
                "impacts", \.impacts, "For each service: what the steps up to this one do to it, against the start.",
                "Для каждого сервиса: что с ним делают шаги до этого включительно, по сравнению с началом."),
            .field("unfeeds", \.unfeeds, "Supplies that lose their feed.", "Вводы питания, которые его теряют."),
            .field(
                "standbys", \.standbys, "Supplies by which devices must live that lose another one, and that nobody has seen fed.",
                "Вводы, на которых останутся устройства, теряющие другой ввод, и питание которых никто не проверял."),
            .field(
                "dangling", \.dangling, "Ends that it leaves hanging and no later step plugs.",
                "Концы, которые он оставляет висеть и которые никто не подключает."),
            .field(
                "cuts_management", \.cutsManagement, "Devices whose only way to be managed is disturbed.",
                "Устройства, у которых задет единственный путь управления."),
            .field(
                "passive_in_use", \.passiveInUse, "Panels and couplers taken along that carry links of others.",
                "Панели и муфты, снимаемые заодно, через которые идут чужие связи."),
            .field(
                "unproven", \.unproven, "Links on which services lean from this step on, and which nothing shows up.",
                "Связи, на которые с этого шага рассчитывают сервисы и исправность которых ничто не доказывает."),
            .field(
                "loops", \.loops, "Devices that hand on what comes in and that the step links with themselves.",
                "Устройства, передающие дальше, которые шаг соединяет с самими собой."),
            .field(
                "falls", \.falls, "Devices that surely or possibly stop with it without being named, such as those that lose their power.",
                "Устройства, которые точно или возможно остановятся, хотя не названы: например, останутся без питания."),
            .field(
                "at_risk", \.atRisk, "Devices whose running configuration it puts at risk, those that fall with their power among them.",
                "Устройства, чью рабочую конфигурацию он может погубить, в том числе оставшиеся без питания."),
            .field(
                "reconfigured", \.reconfigured, "Those of them that an earlier step has configured.",
                "Те из них, которые настраивал один из прежних шагов."),
            .field(
                "could_follow", \.couldFollow, "A later step that makes what this one breaks and could stand before it.",
                "Следующий шаг, который делает заново то, что этот рвёт, и мог бы идти раньше."),
            .field("disrupts", \.disrupts, "Something is surely or possibly taken away.", "Что-то точно или возможно пропадёт."),
        ]
    }

    /// Where the step is done.
    private static var stepPlace: [DeclaredField<StepFact>] {
        [
            .field("device", \.device, "The device handled, or the one at the nearer end.", "Устройство, с которым работают, или ближнее."),
            .field(
                "devices", \.devices, "All devices handled, whole or by their ports.",
                "Все устройства, с которыми работают, целиком или через порты."),
            .field("racks", \.racks, "The racks in which it is done.", "Стойки, в которых идёт работа."),
            .field("rooms", \.rooms, "The rooms in which it is done.", "Помещения, в которых идёт работа."),
            .field("calendar", \.calendar, "Hours and blackouts that it meets.", "Часы и запреты, на которые он попадает."),
        ]
    }

    /// What stands behind the step and after it.
    private static var stepJudgement: [DeclaredField<StepFact>] {
        [
            .field("undo", \.undo, "The way back from the point after it.", "Путь назад из точки после него."),
            .field("verify", \.verify, "What is observed after it.", "Что проверяют после него."),
            .field("hold", \.hold, "The reading that it takes, when it is a hold.", "Показание, которое он снимает, если это остановка."),
            .field("held_by", \.heldBy, "The hold that stands directly before it.", "Остановка прямо перед ним."),
            .field(
                "irreversible", \.irreversible, "There is no way back, or from this step on it does not restore.",
                "Пути назад нет, или с этого шага он не восстанавливает."),
            .field("open", \.open, "No target, or words only.", "Цели нет, или она только на словах."),
            .field("statements", \.statements, "What people said of what it touches.", "Что люди говорили о том, чего он касается."),
            .field(
                "knowledge_ends", \.knowledgeEnds, "Until when what it touches is known; the earliest.",
                "До какого времени известно то, чего он касается; самое раннее."),
        ]
    }

    private static var target: DeclaredTable {
        .table(
            TargetFact.self, "What a step names.", "Что называет шаг.", identity: ["kind", "label"], label: ["label"],
            [
                .field("label", \.label, "As it is written.", "Как написано."),
                .field(
                    "kind", \.kind, "`port`, `device`, `cable`, `rack`, `module`, `unit`, `words`, `unknown-gear`.",
                    "`port`, `device`, `cable`, `rack`, `module`, `unit`, `words`, `unknown-gear`."),
                .field("recorded", \.recorded, "It is on record.", "Есть в учёте."),
                .field("suggestions", \.suggestions, "Names on record that are near.", "Похожие имена из учёта."),
                .field("photo", \.photo, "The photo that shows it.", "Снимок, на котором это видно."),
            ])
    }

    private static var touch: DeclaredTable {
        .table(
            TouchFact.self, "One object that the crew lays a hand on, and who has the say over it.",
            "Объект, за который берётся бригада, и кто им распоряжается.", identity: ["key"], label: ["label", "key"],
            [
                .field("key", \.key, "Such as `port:sw-1:Gi1/0/7`.", "Например, `port:sw-1:Gi1/0/7`."),
                .field("label", \.label, "As people name it.", "Как его называют."),
                .field("kind", \.kind, "`port`, `device`, `cable`, `rack` and so on.", "`port`, `device`, `cable`, `rack` и так далее."),
                .field("owner", \.owner, "Whose it is.", "Чей он."),
                .field("rack", \.rack, "The rack in which it is.", "Стойка, в которой он стоит."),
                .field("device", \.device, "The device to which it belongs.", "Устройство, к которому относится."),
                .field(
                    "covered", \.covered, "A contract between contractor and owner covers it.",
                    "Договор исполнителя с владельцем его охватывает."),
                .field("clause", \.clause, "The contract's clause.", "Пункт договора."),
                .field(
                    "requester_may", \.requesterMay, "The requester has the authority for this verb over it.",
                    "У заказчика есть полномочия на это действие с ним."),
                .field(
                    "owned_by_requester", \.ownedByRequester, "It belongs to the requester's party, or one under it.",
                    "Принадлежит стороне заказчика или её части."),
                .field(
                    "standing", \.standing, "A standing permission covers this verb here.",
                    "Постоянное разрешение покрывает это действие здесь."),
                .field(
                    "deciders", \.deciders, "People who may decide this verb over it, nearest first.",
                    "Кто может решать об этом действии с ним, ближайшие сначала."),
                .field(
                    "candidates", \.candidates, "Parties that could own it, when nobody knows.", "Чей он может быть, если никто не знает."),
                .field("statements", \.statements, "What people said of it.", "Что о нём говорили."),
            ])
    }

    private static var connection: DeclaredTable {
        .table(
            ConnectionFact.self, "One cord to be plugged.", "Шнур, который подключают.", identity: ["label"], label: ["label"],
            [
                .field("label", \.label, "As people name it.", "Как его называют."),
                .field("a", \.a, "One end.", "Один конец."),
                .field("b", \.b, "The other end.", "Другой конец."),
                .field("cable_type", \.cableType, "The type of the cable.", "Тип кабеля."),
                .field(
                    "fits", \.fits, "Plug and socket go together; true when the record does not say.",
                    "Разъёмы подходят; да, если в учёте об этом ничего."),
                .field("why", \.why, "Why not, in English.", "Почему не подходят, по-английски."),
                .field("why_ru", \.whyRussian, "Why not, in Russian.", "Почему не подходят, по-русски."),
            ])
    }

    private static var obstacle: DeclaredTable {
        .table(
            ObstacleFact.self, "Why a step cannot be done as written.", "Почему шаг нельзя выполнить как написано.",
            identity: ["kind", "what"], label: ["what", "kind"],
            [
                .field(
                    "kind", \.kind, "Such as `occupied`, `not-there`, `unit-taken`.", "Например, `occupied`, `not-there`, `unit-taken`."),
                .field("what", \.what, "The object in the way.", "Что мешает."),
                .field("why", \.why, "The reason, in English.", "Причина, по-английски."),
                .field("why_ru", \.whyRussian, "The reason, in Russian.", "Причина, по-русски."),
            ])
    }

    private static var undo: DeclaredTable {
        .table(
            UndoFact.self, "The way back from the point after a step.", "Путь назад из точки после шага.", identity: ["after"],
            label: ["after"],
            [
                .field("after", \.after, "The step after which the work stops.", "Шаг, после которого работа остановилась."),
                .field("kind", \.kind, "`auto`, `none` or `written`.", "`auto`, `none` или `written`."),
                .field(
                    "restores", \.restores, "Played after the steps, it restores the plant.", "Выполненный после шагов, всё возвращает."),
                .field("missing", \.missing, "What stays different, in English.", "Что останется не так, по-английски."),
                .field("missing_ru", \.missingRussian, "What stays different, in Russian.", "Что останется не так, по-русски."),
                .field("steps", \.steps, "What is done, in order, in words.", "Что делается, по порядку, словами."),
                .field("takes", \.takes, "How long it takes.", "Сколько займёт."),
                .field(
                    "fits_window", \.fitsWindow, "It ends before the window does; true when a time is not known.",
                    "Закончится раньше окна; да, если время неизвестно."),
            ])
    }

    private static var observation: DeclaredTable {
        .table(
            ObservationFact.self, "What is observed after a step.", "Что проверяют после шага.", label: ["observe"],
            [
                .field("observe", \.observe, "What is looked at.", "На что смотрят."),
                .field("expect", \.expect, "What must be seen.", "Что должно быть видно."),
                .field("witness", \.witness, "Who looks.", "Кто смотрит."),
            ])
    }

    private static var hold: DeclaredTable {
        .table(
            HoldFact.self, "A reading that a hold step takes before the work goes on.", "Показание, которое снимают перед продолжением.",
            identity: ["step"], label: ["step"],
            [
                .field("step", \.step, "The hold step's id.", "Обозначение шага-остановки."),
                .field("observe", \.observe, "What is read.", "Что снимают."),
                .field(
                    "object", \.object, "The key of the object that is read, where it is on record.",
                    "Ключ объекта, с которого снимают, если он в учёте."),
                .field("expect", \.expect, "What must be read.", "Что должно быть."),
                .field("how", \.how, "How it is read.", "Как снимают."),
                .field("witness", \.witness, "Who reads it.", "Кто снимает."),
            ])
    }

    private static var wish: DeclaredTable {
        .table(
            WishFact.self, "What the client asked for.", "О чём просил клиент.", document: "wishes", isRoot: true, key: ["id"],
            [
                .field("id", \.id, "The wish's id.", "Обозначение пожелания."),
                .field("text", \.text, "In the client's own words.", "Словами клиента."),
                .field("by", \.by, "Who asked.", "Кто просил."),
                .field("steps", \.steps, "The steps that serve it.", "Шаги, которые ему служат."),
                .field("needs", \.needs, "What it needs.", "Что ему нужно."),
                .field(
                    "accepted_when", \.acceptedWhen, "How the client sees that it is fulfilled.",
                    "По чему клиент увидит, что оно исполнено."),
                .field(
                    "built_in", \.builtIn, "`W0`, \"nothing else stops\", which is in every order.",
                    "`W0`, «ничто другое не остановится», есть в каждой заявке."),
            ])
    }

    private static var window: DeclaredTable {
        .table(
            WindowFact.self, "A time in which the work may be done.", "Время, в которое можно работать.", document: "windows", isRoot: true,
            key: ["id"],
            [
                .field("id", \.id, "The window's id.", "Обозначение окна."),
                .field("from", \.from, "When it begins.", "Когда начинается."),
                .field("to", \.to, "When it ends.", "Когда кончается."),
                .field("over", \.over, "It has ended already.", "Оно уже закончилось."),
                .field("reachable", \.reachable, "Who resolves and can be reached all the time.", "Кто решает и доступен всё время."),
                .field(
                    "unreachable", \.unreachable, "Who resolves and cannot be reached all the time.",
                    "Кто решает, но доступен не всё время."),
            ])
    }

    private static var demand: DeclaredTable {
        .table(
            DemandFact.self, "What is needed of one resource at one place, and what is free there.",
            "Сколько чего нужно в одном месте и сколько там свободно.", document: "demands", isRoot: true, key: ["key"],
            label: ["place", "key"],
            [
                .field("key", \.key, "What tells it from others.", "Чем отличается от других."),
                .field(
                    "resource", \.resource, "`ports`, `poe`, `units`, `outlets`, `power`.", "`ports`, `poe`, `units`, `outlets`, `power`."),
                .field("place", \.place, "Where.", "Где."),
                .field("needed", \.needed, "How many are needed.", "Сколько нужно."),
                .field("free", \.free, "How many are free.", "Сколько свободно."),
                .field(
                    "short", \.short, "How many are missing; 0 where nobody wrote what there is.",
                    "Сколько не хватает; 0, если никто не записал, сколько есть."),
                .field(
                    "unclear", \.unclear, "Ports whose state nobody knows; they do not count as free.",
                    "Порты, про которые никто не знает; свободными не считаются."),
                .field("wish", \.wish, "The wish that needs it.", "Пожелание, которому это нужно."),
                .field("step", \.step, "The step that needs it.", "Шаг, которому это нужно."),
                .field("incomplete", \.incomplete, "Figures that nobody wrote are missing from the sum.", "В сумме не хватает цифр."),
            ])
    }

    private static var alternative: DeclaredTable {
        .table(
            AlternativeFact.self, "A free port that would do and displaces nobody.",
            "Свободный порт, который подходит и никого не вытесняет.",
            identity: ["port"], label: ["port"],
            [
                .field("port", \.port, "The port.", "Порт."),
                .field("why", \.why, "Why it would do, in English.", "Почему подходит, по-английски."),
                .field("why_ru", \.whyRussian, "Why it would do, in Russian.", "Почему подходит, по-русски."),
                .field("displaces", \.displaces, "Links that would have to go.", "Связи, которые пришлось бы убрать."),
            ])
    }
}
