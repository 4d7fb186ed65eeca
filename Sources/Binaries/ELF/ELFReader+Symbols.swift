extension ELFReader {
  /// Fills in what the dynamic symbol table says.
  func readSymbols(into binary: inout Binary, strings: Int) throws(BinaryError) {
    let versions = try neededVersions(strings: strings)
    for library in versions.values.map(\.library) {
      guard let index = binary.needed.firstIndex(where: { $0.name == library }) else { continue }
      binary.needed[index].symbolVersions =
        Set(versions.values.filter { $0.library == library }.map(\.version)).sorted()
    }

    guard let address = first(.symbols), let count = try symbolCount() else { return }
    let table = try offset(ofAddress: address)
    let numbers = try first(.symbolVersions).map { (at) throws(BinaryError) in
      try offset(ofAddress: at)
    }
    let size = isWide ? 24 : 16
    for index in 1..<max(count, 1) {
      let at = table + index * size
      let info = try file.byte(at: at + (isWide ? 4 : 12))
      let section = try file.half(at: at + (isWide ? 6 : 14))
      let isLocal = info >> 4 == 0
      if isLocal { continue }
      let name = try file.text(at: strings + (try file.word(at: at)))
      if section != 0 {
        binary.exports.insert(name)
        continue
      }
      var symbol = ImportedSymbol(name: name, isWeak: info >> 4 == 2)
      if let numbers {
        symbol.library = versions[try file.half(at: numbers + 2 * index) & 0x7FFF]?.library
      }
      binary.imports.append(symbol)
    }
  }

  private struct NeededVersion {
    var library: String
    var version: String
  }

  /// The versions of others' symbols by the numbers that the symbol table gives them.
  private func neededVersions(strings: Int) throws(BinaryError) -> [Int: NeededVersion] {
    guard let address = first(.neededVersions) else { return [:] }
    var versions: [Int: NeededVersion] = [:]
    var at = try offset(ofAddress: address)
    for _ in 0..<(first(.neededVersionCount) ?? 0) {
      let library = try file.text(at: strings + (try file.word(at: at + 4)))
      var entry = at + (try file.word(at: at + 8))
      for _ in 0..<(try file.half(at: at + 2)) {
        versions[try file.half(at: entry + 6)] = NeededVersion(
          library: library, version: try file.text(at: strings + (try file.word(at: entry + 8))))
        let next = try file.word(at: entry + 12)
        if next == 0 { break }
        entry += next
      }
      let next = try file.word(at: at + 12)
      if next == 0 { break }
      at += next
    }
    return versions
  }

  /// The table says nowhere how long it is; the hash tables do.
  private func symbolCount() throws(BinaryError) -> Int? {
    if let address = first(.hash) {
      return try file.word(at: try offset(ofAddress: address) + 4)
    }
    guard let address = first(.gnuHash) else { return nil }
    let table = try offset(ofAddress: address)
    let bucketCount = try file.word(at: table)
    let hashed = try file.word(at: table + 4)
    let buckets = table + 16 + (try file.word(at: table + 8)) * (isWide ? 8 : 4)
    var last = 0
    for bucket in 0..<bucketCount {
      last = max(last, try file.word(at: buckets + 4 * bucket))
    }
    if last < hashed { return hashed }
    // A chain ends with an odd hash.
    let chains = buckets + 4 * bucketCount
    while try file.word(at: chains + 4 * (last - hashed)) & 1 == 0 { last += 1 }
    return last + 1
  }
}
