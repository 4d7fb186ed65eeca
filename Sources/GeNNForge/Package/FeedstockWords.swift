import Conda
import RecipeModel

/// The people on conda-forge who answer for the recipe, by their GitHub names.
public struct Maintainers: RecipeWord {
  var names: [String]
  /// At least one name.
  public init(_ names: String...) { self.names = names }
  /// Adds them.
  public func describe(in recipe: inout RecipeDescription) {
    recipe.model.maintainers += names.map { Located($0, at: recipe.location) }
  }
}

/// The feedstock's name, where several outputs make it unclear: without `-feedstock`.
public struct FeedstockName: RecipeWord {
  var name: String
  /// `FeedstockName("pygenn")` for `pygenn-feedstock`.
  public init(_ name: String) { self.name = name }
  /// Sets it.
  public func describe(in recipe: inout RecipeDescription) {
    recipe.model.feedstockName = Located(name, at: recipe.location)
  }
}

/// A file of your own that travels with the recipe.
public struct File: RecipeWord {
  var path, text: String

  /// `path` lies below the recipe's folder and has `/` between its parts.
  public init(_ path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Adds it.
  public func describe(in recipe: inout RecipeDescription) {
    recipe.model.files.append(Located(RecipeFile(path: path, text: text), at: recipe.location))
  }
}

/// Builds for one platform on machines of another, as `conda-forge.yml` says it.
///
///     CrossBuild(.linuxAArch64, on: .linux64)
public struct CrossBuild: RecipeWord {
  /// A platform by conda's name.
  public struct Target: Hashable, Sendable {
    var platform: Platform
    /// `linux-64`
    public static let linux64 = Target(platform: .linux64)
    /// `linux-aarch64`
    public static let linuxAArch64 = Target(platform: .linuxAArch64)
    /// `osx-64`
    public static let macOS64 = Target(platform: .osx64)
    /// `osx-arm64`
    public static let macOSArm64 = Target(platform: .osxArm64)
    /// `win-64`
    public static let windows64 = Target(platform: .win64)
  }

  var target, builder: Target

  /// `target` is what users have, `builder` what CI has.
  public init(_ target: Target, on builder: Target) {
    self.target = target
    self.builder = builder
  }

  /// Sets it.
  public func describe(in recipe: inout RecipeDescription) {
    recipe.model.forge.buildPlatforms[target.platform] = builder.platform
  }
}
