import Conda
import Diagnostics

extension V1.Renderer {
  mutating func tests(_ tests: [V1.Branch<V1.PackageTest>]) throws(Diagnostic) -> [V1.Tree] {
    var trees: [V1.Tree] = []
    for (index, test) in tests.enumerated() {
      trees += try remembered(.test, at: index) { renderer in
        try renderer.list([test]) { .fields(try $0.test($1)) }
      }
    }
    return trees
  }

  private mutating func test(_ test: V1.PackageTest) throws(Diagnostic) -> V1.Fields {
    switch test {
    case .python(let test): return V1.Fields([("python", .fields(try python(test)))])
    case .perl(let uses): return try listTest("perl", "uses", uses)
    case .r(let libraries): return try listTest("r", "libraries", libraries)
    case .ruby(let requires): return try listTest("ruby", "requires", requires)
    case .commands(let test): return try commands(test)
    case .downstream(let package): return V1.Fields([("downstream", .string(try text(package)))])
    case .contents(let test):
      return V1.Fields([("package_contents", .fields(try contents(test)))])
    }
  }

  private mutating func listTest(
    _ kind: String, _ field: String, _ list: V1.Texts
  ) throws(Diagnostic) -> V1.Fields {
    V1.Fields([(kind, .fields(V1.Fields([(field, .texts(try texts(list)))])))])
  }

  private mutating func python(_ test: V1.PythonTest) throws(Diagnostic) -> V1.Fields {
    var fields = V1.Fields([("imports", .texts(try texts(test.imports)))])
    if try !flag(test.checksPip, "tests.python.pip_check", otherwise: true) {
      fields.add("pip_check", .boolean(false))
    }
    switch test.versions {
    case nil: break
    case .one(let version)?:
      let text = try text(version)
      try checkPythonVersion(text, version.place)
      fields.add("python_version", text)
    case .several(let versions)?:
      let texts = try list(versions) { (renderer, version) -> String? in
        let text = try renderer.text(version)
        if text.isEmpty { return nil }
        try renderer.checkPythonVersion(text, version.place)
        return text
      }
      fields.add("python_version", .texts(texts))
    }
    return fields
  }

  private func checkPythonVersion(_ text: String, _ place: V1.Place) throws(Diagnostic) {
    _ = try V1.Spec.parse(
      "python=\(text)", .rattler, "tests.python.python_version", at: location(place))
  }

  private mutating func commands(_ test: V1.CommandsTest) throws(Diagnostic) -> V1.Fields {
    let script = try script(test.script)
    var fields = V1.Fields([("script", script.tree ?? .fields(V1.Fields()))])
    var requirements = V1.Fields()
    let run = try dependencies(test.run)
    let build = try dependencies(test.build)
    if !run.isEmpty { requirements.add("run", .list(run.map(\.tree))) }
    if !build.isEmpty { requirements.add("build", .list(build.map(\.tree))) }
    fields.add("requirements", requirements)
    var files = V1.Fields()
    files.add("source", texts: try globs(test.sourceFiles, "tests.files.source"))
    files.add("recipe", texts: try globs(test.recipeFiles, "tests.files.recipe"))
    fields.add("files", files)
    return fields
  }

  private mutating func contents(_ test: V1.ContentsTest) throws(Diagnostic) -> V1.Fields {
    var fields = V1.Fields()
    for (name, checks) in test.checks {
      let present = try globs(checks.present, "tests.package_contents.\(name)")
      let missing = try globs(checks.missing, "tests.package_contents.\(name)")
      if missing.isEmpty {
        fields.add(name, texts: present)
      } else {
        fields.add(
          name,
          .fields(V1.Fields([("exists", .texts(present)), ("not_exists", .texts(missing))])))
      }
    }
    fields.add("strict", flag: test.isStrict)
    return fields
  }
}
