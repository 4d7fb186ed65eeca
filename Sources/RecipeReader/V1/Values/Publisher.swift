extension V1 {
  /// `github:owner/repository@refs/tags/v1`: who has to have published a source.
  enum Publisher {
    static func tree(of text: String) -> Tree? {
      let sides = text.parts(separator: ":", splits: 1)
      guard sides.count == 2, sides[0] == "github" || sides[0] == "gitlab" else { return nil }
      let place = sides[1].parts(separator: "@", splits: 1)
      let names = place[0].parts(separator: "/", splits: 1)
      guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
      return .fields(
        Fields([
          ("provider", .string(sides[0])), ("owner", .string(names[0])),
          ("repo", .string(names[1])),
          ("ref_constraint", place.count > 1 ? .string(place[1]) : .null),
        ]))
    }
  }
}
