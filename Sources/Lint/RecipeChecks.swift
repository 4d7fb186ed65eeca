package import Conda
package import Diagnostics
package import RecipeModel

/// What is wrong or suspicious in a recipe, as far as the recipe itself shows it.
///
///     let findings = RecipeChecks.findings(in: recipe)
///     // Recipes/Box.swift:12:5: error: '1.2' …: write "numpy 1.2.*" [invalid-match-spec]
package struct RecipeChecks {
  /// In the order of a recipe's words.
  package static let rules: [any Rule.Type] =
    package + variants + build + requirements + cuda
    + scripts + files + about

  private static let package: [any Rule.Type] = [
    EmptyRecipe.self, InvalidName.self, InvalidVersion.self, DuplicateOutput.self,
    FeedstockNames.self, MaintainerNames.self, SourceAddress.self, SourceDigest.self,
    VersionInAddress.self, GitSource.self, SourcePaths.self,
  ]

  private static let variants: [any Rule.Type] = [
    UnknownVariantKey.self, VariantNames.self, ValueWithoutRow.self, VersionTexts.self,
    EmptyAxis.self, RepeatedVariant.self, MatrixSize.self, PinnedKey.self, UnusedAxis.self,
    PlatformNotBuilt.self, DeadCondition.self,
  ]

  private static let build: [any Rule.Type] = [
    NoarchContents.self, BuildStringParts.self, BuildStringChoice.self, BuildNumbers.self,
    EntryPointForm.self, NeverBuilt.self,
  ]

  private static let requirements: [any Rule.Type] = [
    InvalidMatchSpec.self, MisspeltPackage.self, DuplicateRequirement.self, CompatiblePins.self,
    SubpackagePins.self, PinBounds.self, CompilerWithoutStdLib.self, CompilerByHand.self,
    SystemByHand.self, PythonOnBothSides.self, PinnedPython.self, PythonInBuild.self,
    CrossPython.self, SelfRequirement.self, InventedVersion.self, ExportedLibrary.self,
    LateReference.self,
  ]

  private static let cuda: [any Rule.Type] = [
    HandWrittenCUDA.self, CUDAWithoutCompiler.self, CUDAVersionInRun.self, CUDAKeyByHand.self,
    CUDAOnMacOS.self, DriverRequirement.self, CUDAPreference.self, CUDAPathWhileActive.self,
    CUDAPathInBuild.self, CUDALibraryFolder.self, ToolkitAtRunTime.self, RedundantCUDAPiece.self,
    UntestedCUDA.self, CUDAMessage.self,
  ]

  private static let scripts: [any Rule.Type] = [
    VariableNames.self, MisspeltVariable.self, MessagePlace.self, LinkScriptOutput.self,
    SetupInstall.self, PipByHand.self, IgnoredFailure.self, DownloadInBuild.self,
  ]

  private static let files: [any Rule.Type] = [
    RecipeFilePaths.self, MissingRecipeFile.self, SharedFiles.self, MissingTests.self,
    PipCheck.self, ImportNames.self, TestEnvironment.self, EarlySuccess.self,
  ]

  private static let about: [any Rule.Type] = [
    MissingAbout.self, AboutAddresses.self, LicenseExpression.self, LicenseFilePaths.self,
    UnstatedPrerequisite.self,
  ]

  /// The findings by place; those of one place in the order of the rules.
  ///
  /// - Parameter dialects: of the tools that have to read the recipe.
  package static func findings(
    in recipe: Recipe, dialects: [Dialect] = Dialect.both
  ) -> [Diagnostic] {
    let checked = CheckedRecipe(recipe, dialects: dialects)
    var findings = Findings()
    // A condition around several words stands in the model once for each of them.
    var seen: Set<Diagnostic> = []
    for rule in rules {
      for finding in rule.check(checked) where seen.insert(finding).inserted {
        findings.add(finding)
      }
    }
    return findings.sorted
  }
}
