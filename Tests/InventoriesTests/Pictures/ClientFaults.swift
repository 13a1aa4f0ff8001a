/// What cannot be in `client.yaml`.
let clientFaults: [FolderPicture] = [
    FolderPicture(
        "A person without a party",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            contacts:
              - {id: petrova, name: Anna Petrova, party: vostok-if}

            """,
        """
        error[unknown-party]: no party `vostok-if` on record
         --> client.yaml:7:46
          |
        7 |   - {id: petrova, name: Anna Petrova, party: vostok-if}
          |                                              ^^^^^^^^^ not on record
        """),
    FolderPicture(
        "A party under itself",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: a, kind: vendor, name: A, under: b}
              - {id: b, kind: vendor, name: B, under: a}

            """,
        """
        error[cycle]: the parties are under each other: `b`
         --> client.yaml:5:43
          |
        5 |   - {id: a, kind: vendor, name: A, under: b}
          |                                           ^ the circle closes here; this is left out
        """),
    FolderPicture(
        "Deputies in a circle",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            contacts:
              - {id: petrova, name: P, party: it, deputy: sidorov}
              - {id: sidorov, name: S, party: it, deputy: petrova}

            """,
        """
        error[cycle]: deputies go round in a circle at `sidorov`
         --> client.yaml:7:47
          |
        7 |   - {id: petrova, name: P, party: it, deputy: sidorov}
          |                                               ^^^^^^^ the circle closes here; this is left out
        """),
    FolderPicture(
        "Services that need each other",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            services:
              - {id: mail, needs: [dns]}
              - {id: dns, needs: [mail]}

            """,
        """
        error[cycle]: `dns` needs `mail`, which needs it in turn
         --> client.yaml:8:23
          |
        8 |   - {id: dns, needs: [mail]}
          |                       ^^^^ the circle closes here; this is left out
        """),
    FolderPicture(
        "A way to a device that is not there",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            services:
              - id: mail
                paths: [{from: [{device: acc-sw}], to: [{device: core}]}]

            """,
        """
        error[unknown-device]: no device `acc-sw` on record
         --> client.yaml:8:30
          |
        8 |     paths: [{from: [{device: acc-sw}], to: [{device: core}]}]
          |                              ^^^^^^ not on record

        error[unknown-device]: no device `core` on record
         --> client.yaml:8:54
          |
        8 |     paths: [{from: [{device: acc-sw}], to: [{device: core}]}]
          |                                                      ^^^^ not on record
        """),
    FolderPicture(
        "Two contacts of one id",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            contacts:
              - {id: petrova, name: P, party: it}
              - {id: petrova, name: Q, party: it}

            """,
        """
        error[duplicate-contact]: there are two of the contact `petrova`
         --> client.yaml:8:10
          |
        8 |   - {id: petrova, name: Q, party: it}
          |          ^^^^^^^ for the second time; this one is left out
         ::: client.yaml:7:10
          |
        7 |   - {id: petrova, name: P, party: it}
          |          ------- for the first time here
          |
          = help: remove one of the two or give it another name
        """),
    FolderPicture(
        "Authority over a misspelt key",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            contacts:
              - {id: petrova, name: P, party: it, authority: [{over: {ownr: it}, may: [any]}]}

            """,
        """
        error[unknown-key]: unknown key `ownr` in `selector`
         --> client.yaml:7:59
          |
        7 |   - {id: petrova, name: P, party: it, authority: [{over: {ownr: it}, may: [any]}]}
          |                                                           ^^^^ there is no such key here
          |
          = help: did you mean `owner`?
        """),
    FolderPicture(
        "An action that is no verb",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            contacts:
              - {id: petrova, name: P, party: it, authority: [{over: {owner: it}, may: [conect]}]}

            """,
        """
        error[wrong-value]: this must be one of `any`, `inspect`, `label`, `hold`, `connect`, `disconnect`, `move`, `install`, `remove`, `replace`, `power-off`, `power-on`, `restart`, `configure`, `reset`, `other`, `people`, `overrule`, `policy`, `release`
         --> client.yaml:7:77
          |
        7 |   - {id: petrova, name: P, party: it, authority: [{over: {owner: it}, may: [conect]}]}
          |                                                                             ^^^^^^ this is something else
          |
          = help: did you mean `connect`?
        """),
    FolderPicture(
        "Hours that are none",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            services:
              - {id: mail, hours: "Mo-Fr 8-20"}

            """,
        """
        error[bad-hours]: there is no time `8`
         --> client.yaml:7:30
          |
        7 |   - {id: mail, hours: "Mo-Fr 8-20"}
          |                              ^
          |
          = help: write hours as `24/7` or `Mo-Fr 08:00-20:00; Sa 10:00-14:00`
        """),
    FolderPicture(
        "A blackout that ends before it begins",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            calendar:
              - {blackout: {from: 2027-01-10, to: 2026-12-25}, reason: year end}

            """,
        """
        error[empty-time]: the time ends before it begins
         --> client.yaml:7:5
          |
        7 |   - {blackout: {from: 2027-01-10, to: 2026-12-25}, reason: year end}
          |     ^
        """),
    FolderPicture(
        "A calendar entry that is neither",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            calendar:
              - {reason: year end}

            """,
        """
        error[calendar-form]: an entry of the calendar is either `blackout` or `allowed`
         --> client.yaml:7:5
          |
        7 |   - {reason: year end}
          |     ^
          |
          = help: write `blackout: {from: …, to: …}` or `allowed: "Mo-Su 00:00-06:00"`
        """),
    FolderPicture(
        "Nobody to ask by that name",
        client: """
            client: vostok
            name: Vostok Trading
            timezone: Europe/Moscow
            parties:
              - {id: it, kind: department, name: IT}
            questions_to: [{contact: petrov}]

            """,
        """
        error[unknown-contact]: no contact `petrov` on record
         --> client.yaml:6:26
          |
        6 | questions_to: [{contact: petrov}]
          |                          ^^^^^^ not on record
        """),
]
