// What orders are written as.

let everyVerbWritten = """
    order: CO-2026-014
    title: Connect 20 printers
    contractor: netmasters
    type: emergency
    requested_by: smirnov
    crew:
      - {contact: ivanov, as: lead}
      - {contact: orlov, as: hands}
      - {contact: sidorov, as: hands}
    present:
      - {party: starlink, for: [S7, S5]}
      - {contact: petrova}
    notify:
      - {party: vostok-it, before: P2D}
    windows:
      - {id: N1, from: 2026-12-05T22:00:00+03:00, to: 2026-12-06T02:00:00+03:00}
      - {id: N2, from: 2026-12-06T22:00:00+03:00, to: 2026-12-07T02:00:00+03:00}
    needs:
      client:
        - escort to the comms room
        - somebody from IT awake
    wishes:
      - id: W1
        by: smirnov
        text: Печать 24/7 всей фирмой
        needs:
          - {ports: 3, at: {rack: R1}}
          - {poe: 4}
        accepted_when: a test page prints
      - id: W2
        text: Wi-Fi in the hall
        needs:
          - {units: 2, at: [{rack: R1}, {site: hq, role: access-switch}]}
          - {outlets: 1, at: [{rack: R1}, {site: hq, role: access-switch}]}
          - {power: 300, at: [{rack: R1}, {site: hq, role: access-switch}]}
    parts:
      - {slot: "srv-2:bay/3", out: "?", in: S/N 77A1}
    steps:
      - id: S1
        do: inspect
        rack: R1
        takes: PT10M
      - id: S2
        do: inspect
        everything_in: {rack: R2}
        except: [PP-9]
        window: N2
      - id: S3
        do: disconnect
        port: "PP-1:front/12"
        for: [W1]
        takes: PT2M
        verify: {observe: "link LED of sw-1:Gi1/0/7", expect: "off", witness: petrova}
        mitigations: [read-back, second person]
      - id: S4
        do: connect
        cable: {a: "AP-1:eth0", b: "PP-1:front/12", type: cat6, label: R1-12}
        for: [W1, W2]
      - id: S5
        do: replace
        device: sw-1
        with: sw-9
        cords: same-port
      - id: S6
        do: move
        list:
          - {from: "PP-1:front/9", to: "PP-1:front/1", label: R1-09}
          - {from: "PP-1:front/10", to: "PP-1:front/2"}
      - id: S7
        do: remove
        everything_in: {rack: R2}
        except: [PP-9]
      - id: S8
        do: remove
        unrecorded: {where: R7 U11, looks: grey box, photo: "12.jpg"}
      - id: S9
        do: hold
        observe: "sw-1:power/PSU1"
        expect: input ok
        how: LED green
        by: lead
        else: abort
        witness: petrova
      - id: S10
        do: reset
        device: core-rtr
        for: [W1]
        takes: PT20M
        procedure: {doc: P-12, version: "4", until: 2027-01-01T00:00:00+03:00}
      - id: S11
        do: other
        text: clean up the corner
      - id: S12
        do: label
        port: ["PP-1:front/1", "PP-1:front/2", "PP-1:front/3"]
        text: R1
      - id: S13
        do: label
        rack: R1 U7
      - id: S14
        do: hold
        device: srv-2
        observe: the fan
      - id: S15
        do: connect
        cable: {a: "sw-2:Gi1/0/3", b: "PP-1:front/13", id: C-0018}
      - id: S16
        do: connect
        cable:
          - {a: "sw-2:Gi1/0/4", b: "PP-1:front/14"}
          - {a: "sw-2:Gi1/0/5", b: "PP-1:front/15"}
          - {a: unknown, b: "PP-1:front/16"}
      - id: S17
        do: disconnect
        cable: [C-0017, C-0019]
      - id: S18
        do: disconnect
        port: "pdu-1:outlet/2"
      - id: S19
        do: disconnect
        circuit: A-1
      - id: S20
        do: disconnect
        unrecorded: {where: behind R2}
      - id: S21
        do: move
        list:
          - {from: "PP-1:front/9", to: "PP-1:front/19"}
          - {from: "PP-1:front/10", to: "PP-1:front/20"}
      - id: S22
        do: move
        list:
          - {from: "sw-2:Gi1/0/1", to: "sw-2:Gi1/0/8", cable: C-0019}
      - id: S23
        do: move
        list:
          - {from: "PP-1:front/11", to: "PP-1:front/17", label: R1-11}
          - {from: unknown, to: "PP-1:front/18", cable: C-0018}
      - id: S24
        do: install
        device: sw-77
        device_type: cisco/ws-c2960x-24ts-l
        rack: R1
        position: 24.5
        face: front
        u_height: 1
        draw: 120
        cords:
          - {a: "sw-77:power/PSU1", b: "pdu-1:outlet/3"}
      - id: S25
        do: connect
        cable: {a: "sw-77:Gi1/0/1", b: "PP-1:front/17"}
      - id: S26.1
        do: install
        device: AP-21
        location: comms-room
      - id: S26.2
        do: install
        device: AP-22
        location: comms-room
      - id: S26.3
        do: install
        device: AP-23
        location: comms-room
      - id: S27
        do: install
        module: "srv-2:slot-1"
      - id: S28
        do: remove
        device: [sw-2, sw-3]
      - id: S29
        do: remove
        module: "srv-2:slot-1"
      - id: S30
        do: replace
        part: "srv-2:bay/3"
        with: S/N 77A1
      - id: S31
        do: power-off
        outlet: "pdu-1:outlet/2"
      - id: S32
        do: power-on
        feed: F-12
      - id: S33
        do: power-off
        device: sw-2
        undo:
          - id: S33-undo-1
            do: power-on
            device: sw-2
          - id: U2
            do: restart
            device: sw-2
      - id: S34
        do: restart
        device: sw-1
        undo: none
      - id: S35
        do: configure
        device: sw-1
        what: VLAN 20 on Gi1/0/7
      - id: S36
        do: inspect
        location: comms-room
      - id: S37
        do: inspect
        site: hq
      - id: S38
        do: other
        device: srv-2
        text: ask the guard

    """

let firstOrderInEnglish = """
    # Fill in what stands behind `#`, then: primum check CO-2026-001.yaml

    order: CO-2026-001
    title: Печать 24/7 всей фирмой
    contractor: netmasters  # does the work
    requested_by: smirnov
    # Who comes
    # crew:
    #   - {contact: "…", as: lead}
    # When the work may be done, from and to: 2026-12-05T22:00:00+03:00
    # windows:
    #   - {id: N1, from: "…", to: "…"}
    # What the client wants, in the client's words. In every order by itself, W0: nothing else stops
    wishes:
      - id: W1
        text: Печать 24/7 всей фирмой
        by: smirnov
        needs:
          - {ports: 2, at: {rack: R1}}
        # How the client will see that it is done
        # accepted_when: "…"
    # The work, step by step, in the order of the hands
    steps:
      - id: S1
        do: disconnect
        port: "PP-1:front/12"
        for: [W1]
        # takes: PT5M
        # What must be seen after the step
        # verify: {observe: "…", expect: "…"}
      # `PP-7:1` is not on record
      - id: S2
        do: disconnect
        port: "PP-7:1"
        for: [W1]
        # takes: PT5M
        # What must be seen after the step
        # verify: {observe: "…", expect: "…"}
      # Say which port the other end is in: device:port
      - id: S3
        do: connect
        cable: {a: unknown, b: "PP-1:front/20"}
        for: [W1]
        # takes: PT5M
        # What must be seen after the step
        # verify: {observe: "…", expect: "…"}

    """

let firstOrderInRussian = """
    # Заполните строки за `#`, затем: primum check CO-2026-001.yaml

    order: CO-2026-001
    title: Печать 24/7 всей фирмой
    contractor: netmasters  # выполняет работы
    requested_by: smirnov
    # Кто приедет
    # crew:
    #   - {contact: "…", as: lead}
    # Когда можно работать, с и до: 2026-12-05T22:00:00+03:00
    # windows:
    #   - {id: N1, from: "…", to: "…"}
    # Чего хочет клиент, его словами. В каждой заявке и так есть W0: ничего другого не останавливать
    wishes:
      - id: W1
        text: Печать 24/7 всей фирмой
        by: smirnov
        needs:
          - {ports: 2, at: {rack: R1}}
        # По чему клиент увидит, что сделано
        # accepted_when: "…"
    # Работа по шагам, в том порядке, как её делают руки
    steps:
      - id: S1
        do: disconnect
        port: "PP-1:front/12"
        for: [W1]
        # takes: PT5M
        # Что должно быть видно после шага
        # verify: {observe: "…", expect: "…"}
      # `PP-7:1` нет в учёте
      - id: S2
        do: disconnect
        port: "PP-7:1"
        for: [W1]
        # takes: PT5M
        # Что должно быть видно после шага
        # verify: {observe: "…", expect: "…"}
      # Назовите порт на другом конце: устройство:порт
      - id: S3
        do: connect
        cable: {a: unknown, b: "PP-1:front/20"}
        for: [W1]
        # takes: PT5M
        # Что должно быть видно после шага
        # verify: {observe: "…", expect: "…"}

    """
