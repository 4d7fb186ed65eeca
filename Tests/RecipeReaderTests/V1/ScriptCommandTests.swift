import Conda
import Diagnostics
import Testing

@testable import RecipeReader

/// Commands are templates until the package is built.
@Suite struct ScriptCommandTests {
  private static let recipe = """
    context:
      version: 1.2.3
      major: ${{ (version | split("."))[0] }}
    package: {name: grid, version: "${{ version }}"}
    build:
      script:
        - echo hello
    requirements:
      host: [python]
    """

  private static func output() throws -> V1.RenderedOutput {
    let (read, findings) = V1.Recipe.read(bytes: Array(recipe.utf8), file: "recipe.yaml")
    let parsed = try #require(read, "\(findings.sorted)")
    var configuration = V1.VariantConfiguration()
    configuration[V1.VariantKey("python")] = [.string("3.12.* *_cpython")]
    let rendering = try parsed.render(configuration, for: .init(target: .linux64))
    return try #require(rendering.outputs.first)
  }

  @Test(arguments: [
    ("make -j2", "make -j2"), ("echo $HOME ${A} %B%", "echo $HOME ${A} %B%"),
    ("${{ PYTHON }} -m pip install .", "$PYTHON -m pip install ."),
    ("cp a ${{ PREFIX }}/lib/a.${{ version }}", "cp a $PREFIX/lib/a.1.2.3"),
    ("echo ${{ major }} ${{ target_platform }}", "echo 1 linux-64"),
    ("${{ 'yes' if linux else 'no' }}", "yes"), ("${{ python }}", "3.12.* *_cpython"),
    ("${{ nothing_of_that_name.x }}", "${{ nothing_of_that_name.x }}"),
  ])
  func namesHaveTheirValues(command: String, ran: String) throws {
    #expect(try Self.output().command(command) == ran)
  }
}
