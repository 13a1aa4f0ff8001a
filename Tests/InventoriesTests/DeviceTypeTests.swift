import Diagnostics
import Inventories
import Testing

/// Files of NetBox's device-type library, as clients keep them under `device-types/`.
@Suite struct DeviceTypeTests {
    /// A type with everything that such a file may say, and with keys that say nothing about harm or that nobody knows.
    private static let box = """
        ---
        manufacturer: Acme
        model: Box 4
        slug: acme-box-4
        part_number: 1-2-3
        u_height: 0.5
        is_full_depth: false
        subdevice_role: parent
        airflow: front-to-rear
        weight: 3.5
        weight_unit: kg
        is_powered: true
        front_image: true
        comments: '[data sheet](https://acme.example/box-4)'
        invented_after_this: {was: written}
        console-ports:
          - name: Con
            type: rj-45
        console-server-ports:
          - name: Line 1
            type: rj-45
        power-ports:
          - name: PS-0
            type: iec-60320-c14
            maximum_draw: 100
            allocated_draw: 50
        power-outlets:
          - name: Out 1
            type: iec-60320-c13
            power_port: PS-0
            feed_leg: A
        interfaces:
          - name: mgmt0
            type: 1000base-t
            mgmt_only: true
            colour_of_the_day: blue
          - name: Gi1
            type: 1000base-t
            poe_mode: pse
            poe_type: type2-ieee802.3at
        front-ports:
          - name: F1
            type: lc
            rear_port: R1
            rear_port_position: 2
        rear-ports:
          - name: R1
            type: mpo
            positions: 2
        module-bays:
          - name: Slot 1
            position: '1'
            label: S1
        device-bays:
          - name: Bay 1
        inventory-items:
          - name: Fan
        """

    private static let card = """
        manufacturer: Acme
        model: Card
        interfaces:
          - name: Te{module}/1
            type: 10gbase-x-sfpp
        """

    private func folder(_ devices: String, _ types: [String: String] = ["acme/box-4": box, "acme/card": card]) -> Folder {
        Folder("racks: [{name: R1, site: hq}]\ndevices:\n" + devices, types: types)
    }

    @Test func `gives a device all that its type has`() throws {
        let folder = folder("  - {name: b, device_type: acme/box-4, rack: R1, position: 3}")
        let device = folder.inventory.devices.rows[0]
        #expect((device.heightHalves, device.isFullDepth) == (1, false))
        #expect(device.bays == ["Slot 1", "Bay 1"])
        let type = folder.inventory.deviceTypes.rows[0]
        #expect((type.manufacturer, type.model, type.subdeviceRole) == ("Acme", "Box 4", "parent"))
        let ports = folder.inventory.ports[device.ports]
        #expect(
            ports.map { "\($0.kind.rawValue) \($0.name)" }.sorted() == [
                "console-port Con", "console-server-port Line 1", "front-port F1", "interface Gi1", "interface mgmt0", "power-outlet Out 1",
                "power-port PS-0", "rear-port R1",
            ])
        let details = Dictionary(
            uniqueKeysWithValues: ports.compactMap { port in port.detail.map { (port.name, folder.inventory.portDetails[$0]) } })
        #expect(details["mgmt0"]?.isManagementOnly == true)
        #expect(details["Gi1"]?.poeType == "type2-ieee802.3at")
        #expect((details["PS-0"]?.power.maximumDraw, details["PS-0"]?.power.allocatedDraw) == (100, 50))
        #expect((details["Out 1"]?.power.inlet, details["Out 1"]?.power.feedLeg) == ("PS-0", "A"))
        #expect(folder.inventory.mappings.rows.map { Int($0.rearPosition) } == [2])
    }

    @Test func `passes over keys that nobody knows, and says so in a note`() {
        let folder = folder("  - {name: b, device_type: acme/box-4}")
        #expect(folder.folder.log.kept.map(\.severity) == [.note, .note])
        #expect(folder.picture().contains("invented_after_this") && folder.picture().contains("colour_of_the_day"))
        #expect(folder.inventory.brokenReferences.isEmpty)
    }

    @Test func `finds a type whatever the case of its slug`() {
        let folder = folder("  - {name: a, device_type: Acme/BOX-4}\n  - {name: b, device_type: acme/box-4}")
        #expect(folder.inventory.devices.rows.map(\.type) == [Ref(0), Ref(0)])
        #expect(folder.inventory.deviceTypes.count == 1)
    }

    @Test func `names the ports of a module by the position of its bay`() {
        let folder = folder("  - {name: b, device_type: acme/box-4, modules: [{bay: Slot 1, module_type: acme/card}]}")
        #expect(folder.port("b:Te1/1") == "b:Te1/1")
    }

    @Test func `what a device says of a port of its type wins`() throws {
        let folder = folder("  - {name: b, device_type: acme/box-4, interfaces: [{name: Gi1, enabled: false}]}")
        let port = folder.inventory.ports[try #require(folder.inventory.port("b:Gi1").value)]
        let detail = folder.inventory.portDetails[try #require(port.detail)]
        #expect((port.type, detail.isEnabled, detail.poeMode) == ("1000base-t", false, "pse"))
    }

    @Test func `a type that is not in the library is a fault at the device, and its ports no further one`() {
        let folder = folder("  - {name: b, device_type: acme/box-5}\ncables: [{a: \"b:Gi1\", b: unknown}]")
        #expect(folder.faults == ["unknown-device-type"])
        #expect(folder.inventory.devices.count == 1)
    }

    @Test func `a file of the library that cannot be read is a fault with its place in it`() {
        let broken = "manufacturer: Acme\nmodel: [Box\n"
        let folder = folder("  - {name: b, device_type: acme/box-4}", ["acme/box-4": broken])
        #expect(folder.folder.log.hasErrors)
        #expect(folder.picture().contains("device-types/acme/box-4.yaml"))
        #expect(!folder.inventory.brokenReferences.isEmpty)
    }

    @Test func `a value of another kind than the library's is a fault`() {
        let folder = folder("  - {name: b, device_type: acme/box-4}", ["acme/box-4": "manufacturer: Acme\nmodel: Box 4\nu_height: tall\n"])
        #expect(folder.folder.log.hasErrors)
    }
}
