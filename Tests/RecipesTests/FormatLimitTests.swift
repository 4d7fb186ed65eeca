import Diagnostics
import GeNNForge
import RecipeModel
import RecipeWriter
import SpikingModels
import Testing

/// What one of the formats has no words for is a finding, not a wrong line.
struct FormatLimitTests {
  private let recipe = Recipe("limits", version: "1.0") {
    Output("limits-core") {}
    Output("limits") {
      BuildRequirements { when(VersionKey("numpy") >= "2.1.3") { "make" } }
      RunRequirements { PinSubpackage("limits-core", lowerBound: "1.0", upperBound: "x.x") }
    }
  }

  @Test func condaBuildsLimits() throws {
    let findings = Feedstock(recipe.model().recipe, format: .v0).findings.all
    #expect(
      Set(findings.map(\.id)) == ["selector-version-too-long", "pin-subpackage-version"])
    #expect(findings.allSatisfy { $0.location?.file.hasSuffix("FormatLimitTests.swift") == true })
    #expect(findings.allSatisfy { $0.remedy != nil })
  }

  @Test func rattlerBuildHasWordsForThem() throws {
    let feedstock = Feedstock(recipe.model().recipe, format: .v1)
    #expect(feedstock.findings.all.isEmpty)
    let text = try #require(feedstock.files.first { $0.path == "recipe/recipe.yaml" }).text
    #expect(text.contains("lower_bound=\"1.0\""))
  }

  @Test func kernelTestsAskForADeviceOnlyWhereCUDAIsUsed() {
    let plain = Recipe("plain", version: "1.0") {
      KernelTests(Gallery.lifFrequencyCurve())
    }
    let device = Recipe("device", version: "1.0") {
      Variants { CUDAVersions("12.9", on: .linux) }
      KernelTests(Gallery.lifFrequencyCurve())
      CUDA.toolkit(host: .cudart, run: .nvcc)
    }
    #expect(plain.model().recipe.outputs.map { $0.tests.count } == [1])
    #expect(device.model().recipe.outputs.map { $0.tests.count } == [2])
  }

  @Test func whatIsSaidTwiceOfAKeyIsOneRow() {
    let recipe = Recipe("twice", version: "1.0") {
      Variants {
        Axis(mpi, [.nompi, .openmpi])
        Axis(mpi, [.nompi])
      }
    }
    #expect(recipe.model().recipe.variants.axes.map { $0.rows.count } == [2])
  }
}
