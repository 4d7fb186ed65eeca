import RecipeModel

/// Lines of requirements: texts are match specs.
@resultBuilder
public enum RequirementsBuilder<Section: RequirementSection>: ListBuilder {
  /// A line, or a choice between lines.
  public typealias Element = Entry<RequirementLine<Section>>

  /// A match spec such as `"numpy >=1.17"`.
  public static func buildExpression(
    _ spec: RecipeText, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    [.line(RequirementLine(model: .package(spec.model)), .init(file, line, column))]
  }
}

extension RequirementsBuilder where Section == BuildSection {
  /// A compiler.
  public static func buildExpression(
    _ compiler: Compiler, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    [.line(RequirementLine(model: .compiler(compiler.language.name)), .init(file, line, column))]
  }

  /// A C library.
  public static func buildExpression(
    _ library: StdLib, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    [.line(RequirementLine(model: .stdlib(library.language.name)), .init(file, line, column))]
  }
}

/// Sections in which a version range may be derived from what was there at build time.
public protocol PinningSection: RequirementSection {}
extension RunSection: PinningSection {}
extension HostSection: PinningSection {}
extension ConstraintSection: PinningSection {}
extension ExportSection: PinningSection {}

extension RequirementsBuilder where Section: PinningSection {
  /// Another output of this recipe.
  public static func buildExpression(
    _ pin: PinSubpackage, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    [.line(RequirementLine(model: .pinSubpackage(pin.pin)), .init(file, line, column))]
  }

  /// A package of `host`.
  public static func buildExpression(
    _ pin: PinCompatible, file: String = #fileID, line: Int = #line, column: Int = #column
  ) -> [Element] {
    [.line(RequirementLine(model: .pinCompatible(pin.pin)), .init(file, line, column))]
  }
}

/// Requirements for the builds where the condition holds.
///
///     when(.unix) { "make" } otherwise: { "ninja" }
public func when<Section>(
  _ condition: Condition, file: String = #fileID, line: Int = #line, column: Int = #column,
  @RequirementsBuilder<Section> _ then: () -> [Entry<RequirementLine<Section>>],
  @RequirementsBuilder<Section> otherwise: () -> [Entry<RequirementLine<Section>>] = { [] }
) -> Entry<RequirementLine<Section>> {
  .choice(condition, .init(file, line, column), then: then(), otherwise: otherwise())
}
