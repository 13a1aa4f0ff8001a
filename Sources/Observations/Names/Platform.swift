/// Whose words and port names a capture is written in.
package enum Platform: String, CaseIterable, Sendable {
    case alcatelAOS = "alcatel_aos"
    case aristaEOS = "arista_eos"
    case arubaAOSCX = "aruba_aoscx"
    case broadcomICOS = "broadcom_icos"
    case brocadeFastIron = "brocade_fastiron"
    case ciscoIOS = "cisco_ios"
    case ciscoNXOS = "cisco_nxos"
    case ciscoSmallBusiness = "cisco_s300"
    case ciscoXR = "cisco_xr"
    case eltex = "eltex"
    case extremeEXOS = "extreme_exos"
    case fortinet = "fortinet"
    case hpComware = "hp_comware"
    case hpProCurve = "hp_procurve"
    case huaweiVRP = "huawei_vrp"
    case juniperJunos = "juniper_junos"
    case linux = "linux"
    case mikrotik = "mikrotik_routeros"
    case unifi = "unifi"

    /// The platform by the name that ntc-templates, netmiko or NAPALM gives it; nil for one that is not read.
    package init?(written: some StringProtocol) {
        let word = written.lowercased()
        if let platform = Platform(rawValue: word) {
            self = platform
            return
        }
        switch word {
        case "ios", "iosxe", "cisco_xe", "cisco_iosxe": self = .ciscoIOS
        case "eos": self = .aristaEOS
        case "nxos", "nxos_ssh": self = .ciscoNXOS
        case "iosxr", "iosxr_netconf", "cisco_iosxr": self = .ciscoXR
        case "junos", "juniper": self = .juniperJunos
        case "procurve", "aruba_os", "aruba_osswitch": self = .hpProCurve
        case "vrp", "huawei", "huawei_vrpv8": self = .huaweiVRP
        case "comware": self = .hpComware
        case "routeros", "mikrotik", "ros": self = .mikrotik
        default: return nil
        }
    }
}
