import Diagnostics
import RecipeModel
import YAML

/// `meta.yaml` → model.
struct V0Lift {
  let file: String
  var findings = Findings()
  /// Specs become what they mean to rattler-build.
  var isForV1 = false
  var spec = V0LiftedSpec(literals: [:])
  /// What variables that are numbers stand for.
  var numbers: [String: BuildNumber] = [:]
  private var comments = CommentTable()
  /// Lines among the variables that are kept as they stand.
  private var header: [V0Rows.Kept] = []
  /// Some build number is more than a sum.
  var hasOtherNumbers = false
  init(file: String) { self.file = file }

  mutating func recipe(_ text: String) -> Recipe? {
    var rows = V0Rows(text)
    // Each round leaves out what the last one couldn't read.
    for _ in 0..<50 {
      let page = V0Page(rows.all, file: file)
      var problem = page.problem
      var top: V0Node?
      if problem == nil {
        let stream = YAMLReader(file: file, options: .base).read(page.text)
        if stream.findings.hasErrors {
          findings.add(contentsOf: stream.findings.all)
          return nil
        }
        guard let document = stream.documents.first, document.mapping != nil else {
          findings.add(.noRecipe(at: SourceLocation(file: file, line: 1)))
          return nil
        }
        let behind = stream.comments.all.filter { !$0.isWholeLine }
        let all = (page.comments + behind).sorted { $0.mark < $1.mark }
        comments = CommentTable(document, all, others: page.assignments)
        var tree = V0Tree(page, comments)
        top = tree.top(document)
        problem = tree.problem
      }
      if let problem {
        guard let kept = rows.takeOut(problem.lines) else {
          findings.add(.jinjaNotLifted(problem.text, at: place(problem.lines.lowerBound)))
          return nil
        }
        findings.add(
          .jinjaKeptAsText(problem.text, kept.lines, at: place(problem.lines.lowerBound)))
        continue
      }
      numbers = Self.numbers(page.variables)
      header = rows.header
      spec.literals = page.variables.reduce(into: [:]) { $0[$1.name] = Self.literal($1.value) }
      let pairs = top?.pairs ?? []
      findings.add(contentsOf: V0Keys.findings(in: pairs, file: file))
      guard var recipe = recipe(pairs, page.variables) else { return nil }
      recipe.context = withoutNumbers(recipe.context, text)
      recipe.comments.header = comments.header
      for (variable, line) in zip(page.variables, page.assignments) {
        guard let comment = comments[line] else { continue }
        recipe.comments.add(comment, at: ["context", variable.name])
      }
      top?.pairs?.comments(into: &recipe.comments)
      for kept in rows.sections {
        recipe.kept.append(
          KeptValue([], .string(kept.text), format: .v0, at: place(kept.lines.lowerBound)))
      }
      return recipe
    }
    return nil
  }

  func place(_ line: Int) -> SourceLocation { SourceLocation(file: file, line: line) }

  private mutating func recipe(_ top: [V0Node.Pair], _ variables: [V0Page.Variable]) -> Recipe? {
    let package = top.first { $0.key == "package" }?.value.pairs ?? []
    guard let name = package.first(where: { $0.key == "name" }),
      let nameText = name.value.text, name.selector == nil
    else {
      findings.add(.liftNameMissing(at: place(1)))
      return nil
    }
    let version = package.first { $0.key == "version" }
    let versionText = version?.selector == nil ? version?.value.text : nil
    let literals = variables.filter { variable in
      variable.selector == nil && variables.filter { $0.name == variable.name }.count == 1
    }
    let resolved = LiftedName.resolved(nameText) { name in
      literals.first { $0.name == name }.flatMap { Self.literal($0.value) }
    }
    var recipe = Recipe(
      name: Located(resolved, at: place(name.line)),
      version: Located(versionText ?? "0", at: place(version?.line ?? name.line)))
    lift(variables, into: &recipe)
    for pair in package where pair.key != "name" && (pair.key != "version" || pair.selector != nil)
    {
      recipe.kept.append(kept(["package"], pair))
    }
    let outputs = top.filter { $0.key == "outputs" }
    recipe.hasNamedOutputs = !outputs.isEmpty
    var own = Output(recipe.name)
    for pair in top where pair.key != "package" && pair.key != "outputs" {
      section(pair, of: &own, in: &recipe)
    }
    recipe.kept += own.kept
    own.kept = []
    guard recipe.hasNamedOutputs else {
      recipe.outputs = [own]
      return recipe
    }
    let number = top.first { $0.key == "build" }?.value.pairs.flatMap { pairs in
      self.number(pairs.filter { $0.key == "number" })
    }
    for item in outputs.first?.value.items ?? [] {
      guard let output = output(item) else {
        recipe.outputs = []
        recipe.kept.append(kept([], outputs[0]))
        return recipe
      }
      recipe.outputs.append(output)
    }
    if let number { recipe.addOffsets(of: number) }
    recipe.keepAboutsApart()
    return recipe
  }

  private mutating func lift(_ variables: [V0Page.Variable], into recipe: inout Recipe) {
    let names = variables.map(\.name)
    for variable in variables {
      if variable.name.isEmpty {
        let text = header.first { $0.lines.lowerBound == Int(variable.value) }?.text ?? ""
        recipe.context.append(.init("", .string(text)))
        continue
      }
      let literal = Self.literal(variable.value)
      if variable.name == "version", variable.selector == nil,
        recipe.version.value == "${{ version }}", let literal,
        names.filter({ $0 == "version" }).count == 1
      {
        recipe.version = Located(literal, at: place(variable.line))
        continue
      }
      let value: RecipeValue =
        if let literal {
          .string(literal)
        } else if Int(variable.value) != nil || Double(variable.value) != nil {
          .plain(variable.value)
        } else {
          .string("${{ \(variable.value) }}")
        }
      recipe.context.append(
        .init(
          variable.name,
          variable.selector.map { .map([.init("if", .string($0.text)), .init("then", value)]) }
            ?? value))
    }
  }

  /// The text of a plain string literal.
  static func literal(_ value: String) -> String? {
    guard let quote = value.first, quote == "\"" || quote == "'", value.count >= 2,
      value.last == quote
    else { return nil }
    let inner = value.dropFirst().dropLast()
    let isPlain = !inner.contains { $0 == quote || $0 == "\\" }
    return isPlain && !inner.contains("${{") ? String(inner) : nil
  }

  /// A value under the path of its section, with its selector.
  mutating func kept(_ path: [String], _ pair: V0Node.Pair) -> KeptValue {
    let path = path + [pair.key]
    findings.add(.keptAsText(path, at: place(pair.line)))
    var kept = KeptValue(
      path, RecipeValue(pair.value, pair.selector), format: .v0, at: place(pair.line))
    kept.comments = pair.value.comments()
    return kept
  }

  private mutating func output(_ item: V0Node.Item) -> Output? {
    guard let pairs = item.value.pairs, item.selector == nil,
      let name = pairs.first(where: { $0.key == "name" }), name.selector == nil,
      let text = name.value.text, pairs.filter({ $0.key == "name" }).count == 1
    else { return nil }
    var output = Output(Located(text, at: place(name.line)))
    for pair in pairs {
      let isPackage = pair.key == "name" || pair.key == "version"
      [pair].comments(below: isPackage ? ["package"] : [], into: &output.comments)
    }
    let scripts = merged(pairs.filter { $0.key == "script" }) ?? []
    for pair in pairs where pair.key != "name" && pair.key != "script" {
      let pair = pair.pushedDown
      switch (pair.key, pair.value, pair.selector) {
      case ("version", _, nil) where pair.value.text != nil:
        let version = pair.value.text ?? ""
        output.version = Located(version, at: place(pair.line))
      case ("build", .map(let pairs), nil): build(pairs, of: &output)
      case ("requirements", .map(let pairs), nil): requirements(pairs, of: &output)
      case ("test", .map(let pairs), nil) where test(pairs, of: &output): break
      case ("about", .map(let pairs), nil): output.about = about(pairs, kept: &output.kept)
      default: output.kept.append(kept([], pair))
      }
    }
    // A file beside the recipe; others are for interpreters that recipe.yaml has no names for.
    var build = output.build
    build.commands = scripts
    if output.build.commands.isEmpty, build.namesScriptFiles {
      output.build.commands = scripts
    } else {
      for pair in pairs where pair.key == "script" { output.kept.append(kept([], pair)) }
    }
    return output
  }

  private mutating func section(
    _ pair: V0Node.Pair, of output: inout Output, in recipe: inout Recipe
  ) {
    let pair = pair.pushedDown
    switch (pair.key, pair.value, pair.selector) {
    case ("source", _, nil):
      if let sources = sources(pair.value) {
        recipe.sources = sources
      } else {
        recipe.kept.append(kept([], pair))
      }
    case ("about", .map(let pairs), nil): recipe.about = about(pairs, kept: &recipe.kept)
    case ("extra", .map(let pairs), nil):
      for pair in pairs {
        if pair.key == "recipe-maintainers", pair.selector == nil,
          let names = plain(pair.value), !names.isEmpty
        {
          recipe.maintainers = names
        } else if pair.key == "feedstock-name", pair.selector == nil, let name = pair.value.text {
          recipe.feedstockName = Located(name, at: place(pair.line))
        } else {
          recipe.kept.append(kept(["extra"], pair))
        }
      }
    case ("build", .map(let pairs), nil) where recipe.hasNamedOutputs:
      for (key, group) in grouped(pairs) {
        if key == "number", let number = number(group) {
          recipe.buildNumber = Located(number.base, at: place(group[0].line))
        } else {
          for pair in group { recipe.kept.append(kept(["build"], pair)) }
        }
      }
    case ("build", .map(let pairs), nil): build(pairs, of: &output)
    case ("requirements", .map(let pairs), nil) where !recipe.hasNamedOutputs:
      requirements(pairs, of: &output)
    case ("test", .map(let pairs), nil) where !recipe.hasNamedOutputs && test(pairs, of: &output):
      break
    default: recipe.kept.append(kept([], pair))
    }
  }
}

extension Recipe {
  /// An output's about section replaces the recipe's, unless it is the output of the recipe's own name.
  fileprivate mutating func keepAboutsApart() {
    let isAbout = { (kept: KeptValue) in kept.path.first == "about" }
    for index in outputs.indices where outputs[index].name != name {
      let about = outputs[index].about
      let own = outputs[index].kept.filter(isAbout)
      guard !about.isEmpty || !own.isEmpty else { continue }
      let hasAll =
        about.filled(from: self.about) == about
        && kept.allSatisfy { kept in !isAbout(kept) || own.contains { $0.path == kept.path } }
      outputs[index].about.standsAlone = !hasAll
    }
  }
}
