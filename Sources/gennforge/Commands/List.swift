import ArgumentParser
import Diagnostics
import GeNNForge
import RecipeModel

/// `gennforge list`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the recipes and what they make.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let recipes = try RecipeArguments.all().map { named in
      (named.name, named.description.model().recipe)
    }
    if json {
      let rows = recipes.map { name, recipe -> JSONText in
        [
          "name": .string(name), "version": .string(recipe.version.value),
          "outputs": .strings(recipe.outputs.map(\.name.value)),
          "summary": .optional(recipe.about.summary?.value),
        ]
      }
      return Terminal.print(JSONText.array(rows).text(.pretty))
    }
    var table = TextTable(["recipe", "version", "packages", "summary"])
    for (name, recipe) in recipes {
      table.add([
        name, recipe.version.value, recipe.outputs.map(\.name.value).joined(separator: ", "),
        recipe.about.summary?.value ?? "",
      ])
    }
    Terminal.print(table.text)
  }
}

extension RecipeArguments {
  static func all() throws -> [NamedRecipe] {
    try RecipeArguments.parse([]).chosen()
  }
}
