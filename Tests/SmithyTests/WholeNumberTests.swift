import Conda
import Diagnostics
import Smithy
import Testing

/// What conda-smithy makes of a `variants.yaml`.
struct WholeNumberTests {
  private func rerendering(_ variants: String) -> Rerendering {
    let files = [
      "conda-forge.yml": "conda_build_tool: rattler-build\n",
      "recipe/recipe.yaml": """
      package:
        name: grid
        version: 1.0
      requirements:
        host:
          - mesh
          - paint
          - if: mesh == 4
            then: glue
      """,
      "recipe/variants.yaml": variants,
    ]
    let feedstock = Feedstock(
      files: files.mapValues { Array($0.utf8) }, pinning: Array("glue:\n  - 9\n".utf8))
    return FeedstockRenderer(feedstock).rerendering(only: .linux64)
  }

  @Test func numbersStayNumbersAndSortAsSuch() {
    let result = rerendering(
      "mesh:\n  - 11\n  - 4\npaint:\n  - '3'\n  - 1.10\nzip_keys:\n  - [mesh, paint]\n")
    #expect(result.findings.isEmpty, "\(result.findings)")
    #expect(
      result.files.keys.sorted()
        == ["linux_64_mesh11paint3.yaml", "linux_64_mesh4paint1.10.yaml"])
    #expect(
      result.files["linux_64_mesh4paint1.10.yaml"] == """
        docker_image:
        - quay.io/condaforge/linux-anvil-comp7
        glue:
        - '9'
        mesh:
        - 4
        paint:
        - '1.10'
        target_platform:
        - linux-64
        zip_keys:
        - - mesh
          - paint

        """)
    #expect(result.files["linux_64_mesh11paint3.yaml"]?.contains("mesh:\n- 11\n") ?? false)
  }

  @Test func allGroupsOfTheFileAreOne() {
    let result = rerendering(
      """
      mesh:
        - 4
        - 11
      paint:
        - a
        - b
      glue:
        - 1
        - 2
      weight:
        - x
        - y
      zip_keys:
        - [mesh, paint]
        - [glue, weight]
      """)
    #expect(result.findings.allSatisfy { $0.severity != .error }, "\(result.findings)")
    #expect(result.files.count == 2)
  }
}
