import Diagnostics
import Disk
import YAML

/// rattler-build's engine, by its Python package.
struct CondaDriver: Sendable {
  var python: String
  /// Where the program and its answers lie.
  var folder: String
  var channels: [String]

  /// Files of the packages that a recipe makes.
  func build(
    _ recipe: String, variants: String, output: String, log: String
  ) async throws(Diagnostic) -> [String] {
    let answer = try await run(["build"], [recipe, variants, output] + channels, log: log)
    return answer.sequence?.items.compactMap { $0.scalar?.text } ?? []
  }

  /// What was installed, with the package.
  func install(_ package: String, into prefix: String, log: String) async throws(Diagnostic)
    -> [String]
  {
    let answer = try await run(["install"], [package, prefix] + channels, log: log)
    return answer.sequence?.items.compactMap { $0.scalar?.text } ?? []
  }

  func test(_ package: String, log: String) async throws(Diagnostic) -> [StageReport.Check] {
    let answer = try await run(["test"], [package] + channels, log: log)
    return (answer.sequence?.items ?? []).enumerated().map { number, test in
      let lines = test["output"]?.sequence?.items.compactMap { $0.scalar?.text } ?? []
      return StageReport.Check(
        name: "test \(number + 1)", isRight: test["success"]?.scalar?.text == "true", seconds: 0,
        output: lines.suffix(40))
    }
  }

  private func run(
    _ action: [String], _ arguments: [String], log: String
  ) async throws(Diagnostic) -> YAMLNode {
    let text: [UInt8]
    let (program, answer) = (folder + "/driver.py", folder + "/answer.json")
    do throws(DiskFile.Failure) {
      try DiskFile(program).write(Self.source)
      try DiskFile(answer).write("")
    } catch {
      throw .prefixNotMade(error.description)
    }
    let run = await Command(
      "env",
      ["RATTLER_CACHE_DIR=\(folder)/cache", python, "-I", program] + action + [answer] + arguments,
      in: folder, timeLimit: .seconds(7200), outputLimit: 256 << 20
    ).run(loggingTo: log, watching: [], upTo: .max)
    guard run.isSuccess else {
      let lines = LogText(log).lastLines(8)
      if lines.contains(where: { $0.contains("No module named 'rattler") }) {
        throw .noRattlerBuild(python)
      }
      throw .rattlerBuildFails(action[0], "\(run.end)", lines)
    }
    do throws(DiskFile.Failure) {
      text = try DiskFile(answer).bytes()
    } catch {
      throw .prefixNotMade(error.description)
    }
    return try JSONReader(file: answer).document(bytes: text)
  }

  private static let source = """
    import asyncio, json, os, pathlib, sys

    import rattler
    from rattler_build import (
        Package, PlatformConfig, RenderConfig, Stage0Recipe, ToolConfiguration, VariantConfig)


    def build(recipe, variants, folder, channels):
        platform = PlatformConfig()
        results = Stage0Recipe.from_file(recipe).run_build(
            variant_config=VariantConfig.from_file(variants),
            render_config=RenderConfig(platform=platform),
            tool_config=ToolConfiguration(test_strategy="skip"),
            output_dir=folder, channels=channels)
        return [str(path) for result in results for path in result.packages]


    async def install(package, prefix, channels):
        one = Package.from_file(package)
        records = await rattler.solve(
            sources=channels, specs=[f"{one.name} =={one.version} {one.build_string}"],
            platforms=[str(rattler.Platform.current()), "noarch"],
            virtual_packages=rattler.VirtualPackage.detect())
        await rattler.install(records, target_prefix=prefix)
        return [f"{one.name.normalized} {one.version} {one.build}" for one in records]


    def test(package, channels):
        results = Package.from_file(package).run_tests(channel=channels)
        return [{"success": one.success, "output": list(one.output)} for one in results]


    action, answer, *rest = sys.argv[1:]
    if action == "build":
        result = build(*rest[:3], rest[3:])
    elif action == "install":
        result = asyncio.run(install(rest[0], rest[1], rest[2:]))
    else:
        result = test(rest[0], rest[1:])
    pathlib.Path(answer).write_text(json.dumps(result))
    sys.stdout.flush()
    # Threads of rattler's may still run while Python takes itself down, which crashes now and then.
    os._exit(0)

    """
}

extension Diagnostic {
  static func noRattlerBuild(_ python: String) -> Diagnostic {
    Diagnostic(
      .error, at: nil,
      "'\(python)' has no rattler-build, which the conda environment is built with",
      remedy: "pip install py-rattler-build py-rattler, and set GENNFORGE_PYTHON to that Python")
  }

  static func rattlerBuildFails(
    _ action: String, _ end: String, _ lines: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, at: nil, "rattler-build could not \(action) the package (\(end))",
      remedy: "look at the log; --channel names where dependencies come from",
      notes: lines.map { Note($0) })
  }
}
