import Diagnostics

/// What gennforge wrote into a folder, so that it knows what somebody changed since.
///
/// One line a file in `.gennforge`: fingerprint and path. The fingerprint is FNV-1a with 64 bits, which
/// tells accidental changes apart; nothing here is about trust.
struct FolderManifest {
  static let name = ".gennforge"
  private static let header =
    "# What gennforge wrote here: fingerprint and path. It tells by this what was edited by hand."

  var fingerprints: [String: String] = [:]

  init() {}

  init(text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { fingerprints[String(parts[1])] = String(parts[0]) }
    }
  }

  var text: String {
    let lines = fingerprints.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return ([Self.header] + lines).joined(separator: "\n") + "\n"
  }

  static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
