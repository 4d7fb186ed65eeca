import RecipeModel

/// The build number: counts rebuilds of one version. Variants that solvers should prefer add to it.
///
///     BuildNumber(0, adding: 200, when: .cuda)
public struct BuildNumber: OutputWord {
  var model: RecipeModel.BuildNumber

  /// A number from 0.
  public init(_ number: Int) { model = RecipeModel.BuildNumber(number) }

  /// A number that is higher for some builds.
  public init(_ number: Int, adding amount: Int, when condition: Condition) {
    model = RecipeModel.BuildNumber(number, offsets: [.init(amount, when: condition.model)])
  }

  /// The same with another amount for some builds: `BuildNumber(0).adding(100, when: .linux)`.
  public func adding(_ amount: Int, when condition: Condition) -> BuildNumber {
    var number = self
    number.model.offsets.append(.init(amount, when: condition.model))
    return number
  }

  /// Sets it.
  public func describe(in output: inout OutputDescription) {
    output.requireUnconditional("BuildNumber")
    output.model.build.number = model
  }
}

/// A build string of the recipe's own. It needs `\(.hash)` and `\(.buildNumber)`, or builds overwrite each other.
///
///     when(.cuda) { BuildString("cuda\(.digits(of: CUDA.version))_h\(.hash)_\(.buildNumber)") }
public struct BuildString: OutputWord {
  var text: RecipeText
  /// The build number in it is the final one, with what variants add.
  public init(_ text: RecipeText) { self.text = text }
  /// Adds it.
  public func describe(in output: inout OutputDescription) {
    output.model.build.string += output.guarded(text.model)
  }
}

/// No build where the condition holds.
public struct Skip: OutputWord {
  var condition: Condition
  /// `Skip(.windows || Python.version < "3.10")`
  public init(_ condition: Condition) { self.condition = condition }
  /// Adds it.
  public func describe(in output: inout OutputDescription) {
    let all = output.conditions.map(\.value) + [condition.model]
    output.model.build.skip.append(
      Located(all.dropFirst().reduce(all[0]) { $0 && $1 }, at: output.location))
  }
}

/// One build for all platforms.
public struct Noarch: OutputWord {
  var kind: RecipeModel.Noarch
  private init(_ kind: RecipeModel.Noarch) { self.kind = kind }

  /// Pure Python.
  public static let python = Noarch(.python)
  /// Files that mean the same everywhere.
  public static let generic = Noarch(.generic)

  /// Sets it.
  public func describe(in output: inout OutputDescription) {
    output.requireUnconditional("Noarch")
    output.model.build.noarch = Located(kind, at: output.location)
  }
}

/// Commands that pip makes for a Python package: `"box = box.cli:main"`.
public struct EntryPoints: OutputWord {
  var points: [String]
  /// `name = module:function`
  public init(_ points: String...) { self.points = points }
  /// Adds them.
  public func describe(in output: inout OutputDescription) {
    output.requireUnconditional("EntryPoints")
    output.model.build.entryPoints += points.map { Located($0, at: output.location) }
  }
}

/// What the check of shared libraries lets pass.
public struct DynamicLinking: OutputWord {
  /// What a finding of the check does.
  public enum Check: Sendable {
    /// Stops the build.
    case error
    /// Is passed over.
    case ignore

    var model: RecipeModel.DynamicLinking.CheckBehavior { self == .error ? .error : .ignore }
  }

  var missing, rpathAllowed, rpaths: [String]
  var relocation: Bool?
  var overlinking, overdepending: Check?

  /// `missing` and `rpathAllowed` are globs of libraries; `rpaths` replaces `lib/`.
  public init(
    missing: [String] = [], rpathAllowed: [String] = [], rpaths: [String] = [],
    relocation: Bool? = nil, overlinking: Check? = nil, overdepending: Check? = nil
  ) {
    self.missing = missing
    self.rpathAllowed = rpathAllowed
    self.rpaths = rpaths
    self.relocation = relocation
    self.overlinking = overlinking
    self.overdepending = overdepending
  }

  /// Adds it.
  public func describe(in output: inout OutputDescription) {
    let place = output.location
    func items(_ texts: [String]) -> [Item<String>] {
      output.guarded(texts.map { Item($0, at: place) })
    }
    if relocation != nil || overlinking != nil || overdepending != nil {
      output.requireUnconditional("a choice of checks in DynamicLinking")
    }
    output.model.build.dynamicLinking.missingDSOAllowlist += items(missing)
    output.model.build.dynamicLinking.rpathAllowlist += items(rpathAllowed)
    output.model.build.dynamicLinking.rpaths += items(rpaths)
    if let relocation { output.model.build.dynamicLinking.binaryRelocation = relocation }
    if let check = overlinking { output.model.build.dynamicLinking.overlinking = check.model }
    if let check = overdepending { output.model.build.dynamicLinking.overdepending = check.model }
  }
}

/// Which variant keys count for this output.
public struct VariantUse: OutputWord {
  var use, ignore: [String]
  var downPrioritize: Int?

  /// `use` adds keys that nothing in the recipe reads, `ignore` takes keys out of the hash;
  /// `downPrioritize` (from 1) makes solvers avoid the build.
  public init(use: [String] = [], ignore: [String] = [], downPrioritize: Int? = nil) {
    self.use = use
    self.ignore = ignore
    self.downPrioritize = downPrioritize
  }

  /// Adds it.
  public func describe(in output: inout OutputDescription) {
    func keys(_ names: [String]) -> [Located<VariantKey>] {
      names.map { Located(VariantKey($0), at: output.location) }
    }
    output.model.build.variant.useKeys += keys(use)
    output.model.build.variant.ignoreKeys += keys(ignore)
    if let downPrioritize {
      output.model.build.variant.downPrioritize += output.guarded(downPrioritize)
    }
  }
}
