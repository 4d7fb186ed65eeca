import RecipeModel

/// Tools that run on the building machine: compilers, make, code generators.
public struct BuildRequirements: OutputWord {
  var lines: [Entry<RequirementLine<BuildSection>>]
  /// Match specs, ``Compiler`` and ``StdLib``.
  public init(
    @RequirementsBuilder<BuildSection> _ lines: () -> [Entry<RequirementLine<BuildSection>>]
  ) {
    self.lines = lines()
  }
  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    output.model.requirements.build += output.guarded(lines.items(\.model))
  }
}

/// What the package is compiled and linked against, for the machine that it will run on.
public struct HostRequirements: OutputWord {
  var lines: [Entry<RequirementLine<HostSection>>]
  /// Match specs and pins.
  public init(
    @RequirementsBuilder<HostSection> _ lines: () -> [Entry<RequirementLine<HostSection>>]
  ) {
    self.lines = lines()
  }
  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    output.model.requirements.host += output.guarded(lines.items(\.model))
  }
}

/// What must be there when the package is used. A package that compiles on the user's machine names its compiler here.
public struct RunRequirements: OutputWord {
  var lines: [Entry<RequirementLine<RunSection>>]
  /// Match specs and pins.
  public init(@RequirementsBuilder<RunSection> _ lines: () -> [Entry<RequirementLine<RunSection>>])
  {
    self.lines = lines()
  }
  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    output.model.requirements.run += output.guarded(lines.items(\.model))
  }
}

/// Limits on packages that need not be there, but if they are.
public struct RunConstraints: OutputWord {
  var lines: [Entry<RequirementLine<ConstraintSection>>]
  /// Match specs and pins.
  public init(
    @RequirementsBuilder<ConstraintSection> _ lines: () -> [Entry<
      RequirementLine<ConstraintSection>
    >]
  ) {
    self.lines = lines()
  }
  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    output.model.requirements.runConstraints += output.guarded(lines.items(\.model))
  }
}

/// What packages built with this one must have at run time.
public struct RunExports: OutputWord {
  /// For whom an export counts.
  public enum Kind: Hashable, Sendable {
    /// Those that have it in `host`.
    case weak
    /// Those that have it in `build`, too.
    case strong
    /// Packages for every platform.
    case noarch
    /// As `weak`, as a constraint.
    case weakConstraints
    /// As `strong`, as a constraint.
    case strongConstraints
  }

  var kind: Kind
  var lines: [Entry<RequirementLine<ExportSection>>]

  /// Match specs and pins.
  public init(
    _ kind: Kind = .weak,
    @RequirementsBuilder<ExportSection> _ lines: () -> [Entry<RequirementLine<ExportSection>>]
  ) {
    self.kind = kind
    self.lines = lines()
  }

  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    let items = output.guarded(lines.items(\.model))
    switch kind {
    case .weak: output.model.requirements.runExports.weak += items
    case .strong: output.model.requirements.runExports.strong += items
    case .noarch: output.model.requirements.runExports.noarch += items
    case .weakConstraints: output.model.requirements.runExports.weakConstraints += items
    case .strongConstraints: output.model.requirements.runExports.strongConstraints += items
    }
  }
}

/// Run exports of others that this package does without.
public struct IgnoreRunExports: OutputWord {
  var names, packages: [String]

  /// `byName` names what would be added, `from` the packages that add it.
  public init(byName names: [String] = [], from packages: [String] = []) {
    self.names = names
    self.packages = packages
  }

  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    let place = output.location
    output.model.requirements.ignoreRunExports.byName +=
      output.guarded(names.map { Item($0, at: place) })
    output.model.requirements.ignoreRunExports.fromPackage +=
      output.guarded(packages.map { Item(.package(Text($0)), at: place) })
  }
}
