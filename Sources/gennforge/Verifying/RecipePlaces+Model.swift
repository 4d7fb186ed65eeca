import Diagnostics
import RecipeModel
import Verifier

extension RecipePlaces {
  /// The Swift lines of a recipe of ours.
  init(_ recipe: RecipeModel.Recipe, or place: SourceLocation) {
    self.init(recipe: place)
    for output in recipe.outputs {
      let name = output.name.value
      var keys: [String: SourceLocation] = ["package": output.name.location ?? place]
      keys["source"] = output.sources.lines.first?.location
      keys["tests"] = output.tests.lines.first?.location
      for (section, items) in output.requirements.sections {
        let lines = items.lines
        keys["requirements.\(section)"] = lines.first?.location
        for line in lines {
          guard let place = line.location else { continue }
          requirements[name, default: []].append(
            .init(section: section, text: line.value.placeText, place: place))
        }
      }
      self.keys[name] = keys
    }
    keys[""] = ["source": recipe.sources.lines.first?.location ?? place]
  }
}

extension [Item<RecipeModel.Source>] {
  fileprivate var lines: [Located<RecipeModel.Source>] { guarded().map(\.value) }
}
extension [Item<Test>] { fileprivate var lines: [Located<Test>] { guarded().map(\.value) } }
extension [Item<RecipeModel.Requirement>] {
  fileprivate var lines: [Located<RecipeModel.Requirement>] { guarded().map(\.value) }
}

extension RecipeModel.Requirement {
  /// By what a rendered requirement finds it.
  fileprivate var placeText: String {
    switch self {
    case .compiler(let language): "compiler('\(language)')"
    case .stdlib(let language): "stdlib('\(language)')"
    default: name ?? ""
    }
  }
}
