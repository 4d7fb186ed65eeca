import RecipeModel

/// The words that stand for one part of a recipe.
struct SwiftPart {
  /// In `recipe.yaml`'s names.
  var path: [String]
  var code: [SwiftCode]

  init(_ path: String, _ code: [SwiftCode]) {
    self.path = path.split(separator: ".").map(String.init)
    self.code = code
  }
}

extension [SwiftPart] {
  /// All words, below the comments of what they stand for.
  func code(_ comments: inout KeyComments) -> [SwiftCode] {
    var code: [SwiftCode] = []
    for part in self where !part.code.isEmpty {
      code += SwiftCode.comments(comments.take(part.path)) + part.code
    }
    return code
  }
}
