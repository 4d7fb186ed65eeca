extension V1 {
  /// `command = module:function`.
  struct EntryPoint: CustomStringConvertible {
    let command: String
    let module: String
    let function: String

    init?(_ text: String) {
      let sides = text.parts(separator: "=", splits: 1)
      guard sides.count == 2 else { return nil }
      let place = sides[1].parts(separator: ":", splits: 1)
      guard place.count == 2 else { return nil }
      command = sides[0].trimmed
      module = place[0].trimmed
      function = place[1].trimmed
      // A command with a slash could be written outside of the prefix.
      guard !command.isEmpty, !command.hasPrefix("."),
        !command.utf8.contains(where: { "/\\\0".utf8.contains($0) }),
        Self.isDottedName(module), Self.isDottedName(function)
      else { return nil }
    }

    var description: String { "\(command) = \(module):\(function)" }

    private static func isDottedName(_ text: String) -> Bool {
      text.parts(separator: ".", splits: nil).allSatisfy { part in
        part.utf8.first.map { !$0.isDigit } ?? false && part.utf8.allSatisfy(\.isNameByte)
      }
    }
  }
}
