package import RecipeModel

/// When a part of a recipe applies. It becomes a selector in `meta.yaml` and `if:` in `recipe.yaml`.
///
///     when(.unix && CUDA.version >= "12") {
///       "make"
///     }
///
/// Versions compare as versions, never as texts; no comparison holds for a build without the key.
public struct Condition: Hashable, Sendable {
  package var model: RecipeModel.Condition

  package init(_ model: RecipeModel.Condition) { self.model = model }

  private init(_ platform: PlatformGroup) { model = .platform(platform) }

  /// Linux, any machine.
  public static let linux = Condition(.linux)
  /// macOS, any machine.
  public static let macOS = Condition(.osx)
  /// Windows, any machine.
  public static let windows = Condition(.win)
  /// Linux and macOS.
  public static let unix = Condition(.unix)
  /// Linux on x86-64.
  public static let linux64 = Condition(.linux64)
  /// macOS on x86-64.
  public static let macOS64 = Condition(.osx64)
  /// Windows on x86-64.
  public static let windows64 = Condition(.win64)
  /// Linux on 64-bit Arm.
  public static let aarch64 = Condition(.aarch64)
  /// macOS or Windows on 64-bit Arm.
  public static let arm64 = Condition(.arm64)
  /// Any system on x86-64.
  public static let x86_64 = Condition(.x86_64)
  /// Built on another platform than the one it is for.
  public static let crossBuild = Condition(RecipeModel.Condition.crossBuild)
  /// The variant is built with a CUDA toolkit.
  public static let cuda = Condition(RecipeModel.Condition.cuda)
  /// Little-endian 64-bit Power.
  public static let ppc64le = Condition(.ppc64le)

  /// The variant's value is this text, letter for letter.
  public static func value(_ key: String, is text: String) -> Condition {
    Condition(.value(VariantKey(key), is: text))
  }

  /// A condition in the language of `recipe.yaml`'s `if:`, for what other conditions can't say.
  public static func expression(_ text: String) -> Condition {
    Condition(.expression(text))
  }

  /// A condition in the language of `meta.yaml`'s selectors, from a recipe that was written in it.
  public static func selector(_ text: String) -> Condition {
    Condition(.selector(text))
  }

  /// Both.
  public static func && (a: Condition, b: Condition) -> Condition {
    Condition(a.model && b.model)
  }

  /// One or both.
  public static func || (a: Condition, b: Condition) -> Condition {
    Condition(a.model || b.model)
  }

  /// Not.
  public static prefix func ! (a: Condition) -> Condition { Condition(!a.model) }
}
