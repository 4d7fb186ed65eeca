/// Recipes that somebody could have written by mistake: valid ones with a line changed here and there.
struct RecipeMutator {
  let bases: [String]
  private var choice: SeededChoice

  init(bases: [String], seed: UInt64) {
    self.bases = bases
    choice = SeededChoice(seed: seed)
  }

  mutating func next() -> String {
    var lines = choice.one(of: bases).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    for _ in 0...choice.index(below: 3) { mutate(&lines) }
    return lines.joined(separator: "\n")
  }

  private mutating func mutate(_ lines: inout [String]) {
    let index = choice.index(below: lines.count)
    let line = lines[index]
    switch choice.index(below: 10) {
    case 0: lines.remove(at: index)
    case 1: lines.insert(line, at: choice.index(below: lines.count))
    case 2: lines[index] = "  " + line
    case 3: if line.hasPrefix("  ") { lines[index].removeFirst(2) }
    case 4: lines[index] = withKey(choice.one(of: Self.keys), line)
    case 5: lines[index] = withExpression(choice.one(of: Self.expressions), line)
    case 6: lines.insert(indent(of: line) + choice.one(of: Self.lines), at: index)
    default: lines[index] = withValue(choice.one(of: Self.values), line)
    }
    if lines.isEmpty { lines = [""] }
  }

  private func indent(of line: String) -> String { String(line.prefix { $0 == " " }) }

  private func withValue(_ value: String, _ line: String) -> String {
    if let colon = line.firstIndex(of: ":") { return "\(line[...colon]) \(value)" }
    return "\(indent(of: line))- \(value)"
  }

  private func withKey(_ key: String, _ line: String) -> String {
    guard let colon = line.firstIndex(of: ":") else { return line + ":" }
    let lead = line.prefix { $0 == " " || $0 == "-" }
    return "\(lead)\(key)\(line[colon...])"
  }

  private func withExpression(_ expression: String, _ line: String) -> String {
    guard let start = line.firstRange(of: "${{"), let end = line.firstRange(of: "}}"),
      start.upperBound <= end.lowerBound
    else { return withValue("${{ \(expression) }}", line) }
    return "\(line[..<start.upperBound]) \(expression) \(line[end.lowerBound...])"
  }

  private static let keys = [
    "name", "version", "build", "host", "run", "number", "script", "if", "then", "else", "noarch",
    "string", "url", "path", "sha256", "license", "summary", "tests", "outputs", "package",
    "requirements", "about", "extra", "source", "context", "skip", "python", "env", "content",
    "interpreter", "run_exports", "ignore_run_exports", "homepage", "recipe", "cache", "staging",
    "inherit", "variant", "use_keys", "files", "include", "exclude", "git", "rev", "tag", "branch",
    "patches", "target_directory", "file_name", "imports", "pip_check", "package_contents", "lib",
    "schema_version", "dynamic_linking", "rpaths", "always_copy_files", "always_include_files",
    "merge_build_and_host_envs", "prefix_detection", "post_process", "from", "run_constraints",
    "weak", "strong", "noarch", "by_name", "from_package", "license_file", "description",
    "documentation", "repository", "secrets", "file", "cwd", "entry_points", "downstream",
  ]

  private static let values = [
    "", "~", "null", "true", "false", "'true'", "1", "-1", "1.5", "0x10", "1e3", "''", "\"\"", "[]",
    "{}", "[a, b]", "{a: b}", "a b", "foo >=1", "foo >=1,<2", "'foo'", "python", "Foo", "foo_",
    "${{ name }}", "${{ version }}", "${{ missing }}", "${{ 1 }}", "${{ true }}", "${{ none }}",
    "${{ '' }}", "x${{ 1.5 }}", "${{ compiler('c') }}", "${{ stdlib('c') }}", "${{ python }}",
    "${{ pin_subpackage('a') }}", "${{ pin_compatible('numpy') }}", "generic", "MIT", "mit",
    "https://example.org/a.tar.gz", "a.sh", "a.py", "**/*.so", "a[b", "{if: unix, then: x}",
    "[{if: win, then: [a, [b]], else: c}]", "${{ [1, 2] }}", "${{ {'a': 1} }}", "- x", "|", "&a b",
    "*a", "!!str 1", "!x y", "{{ name }}", "{% if x %}", "yes", "0.10", "1_000", "01", ".5",
    "2024-01-01", "a:b", "a#b", "'a: b'", "a = b:c", "a = b.c:d.e", "=1.0", "==1.0=*_x", "*", "a*",
    "999999999999999999999", "9223372036854775807", "foo =1.0", "foo ==1.0 bar", "foo 1.0",
    "foo::bar", "foo[version='>=1']",
  ]

  private static let expressions = [
    "name", "version", "python", "name ~ '-' ~ version", "1 + 1", "'a' if unix else 'b'",
    "'a' if win", "missing", "missing | default('x')", "version | replace('.', '')",
    "version.split('.')[0]", "(version | split('.'))[:2] | join('.')", "name | upper", "name[0]",
    "match(python, '>=3.12')", "match(python, '<3')", "linux and not win", "target_platform",
    "build_platform != target_platform", "compiler('cxx')", "stdlib('c')", "cdt('libx11')",
    "pin_subpackage(name, exact=True)", "pin_subpackage(name, upper_bound='x.x')",
    "pin_compatible('numpy', lower_bound='x.x', upper_bound=None)", "hash", "PYTHON", "PREFIX",
    "env.get('NOPE', default='d')", "env.exists('X')", "name in ['a', 'b']",
    "'a' not in name", "{'a': 1}.a", "[1, 2, 3] | length", "7 // 2", "7 % 4", "2 ** 3", "-3", "1.0",
    "'%d' % 3", "true", "none", "name is defined", "missing is undefined", "1 < 2 < 3", "cuda",
    "python | version_to_buildstring", "version | int", "x.y.z", "name ==", "", "(",
    "1 +",
    "'unclosed", "name | nope", "nope()", "name is nope", "git.head_rev('.')",
    "load_from_file('a')",
    "mpi", "name | trim | title", "[1,2] | first", "not unix", "osx or win", "name if true else",
    "range(3)", "namespace()", "dict(a=1)", "name.upper()", "'x' * 3", "build_number", "loop",
  ]

  private static let lines = [
    "- if: unix", "- if: win", "  then: foo", "  else: bar", "then: x", "- foo", "- ${{ name }}",
    "skip: true", "skip: [win]", "number: 3", "string: ${{ hash }}_x", "noarch: python",
    "noarch: generic", "script: echo", "- - nested", "# comment", "x: y", "<<: *a", "- {a: b}",
    "summary: s", "license: MIT", "variant: {use_keys: [python]}", "\t- x",
  ]
}
