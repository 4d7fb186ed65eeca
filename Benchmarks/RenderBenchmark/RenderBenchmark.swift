import Conda
import Diagnostics
import Foundation
import RecipeReader

/// Times the v1 reader inside one process, as `Benchmarks/run.py` times the engine inside its own.
///
///     RenderBenchmark RUNS PLATFORM VARIANTS < paths-of-recipes
///
/// Each run reads and renders all recipes and prints its seconds, and Linux adds the highest memory. With 0 runs it prints what comes out
/// instead, one line of JSON a recipe, so that the caller can compare before it times.
@main
struct RenderBenchmark {
  let platforms: V1.Platforms
  let configuration: V1.VariantConfiguration
  let recipes: [String]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let runs = Int(arguments[1]) else {
      FileHandle.standardError.write(Data("usage: RenderBenchmark RUNS PLATFORM VARIANTS\n".utf8))
      exit(2)
    }
    let platforms = V1.Platforms(target: Platform(arguments[2]))
    let file = V1.VariantFile(arguments[3], for: platforms)
    let text = String(decoding: try bytes(of: arguments[3]), as: UTF8.self)
    var recipes: [String] = []
    while let path = readLine() { recipes.append(path) }
    let benchmark = RenderBenchmark(
      platforms: platforms, configuration: try file.read(text), recipes: recipes)
    if runs == 0 { return try benchmark.printAnswers() }
    for _ in 0..<runs { try benchmark.time() }
    // What the kernel counts for a child process begins with its parent's memory.
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    if let peak = status?.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") }) {
      print(peak)
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw CocoaError(.fileReadNoSuchFile) }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = max(ftell(file), 0)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }

  private func render(_ path: String) throws -> [V1.RenderedOutput] {
    let (recipe, findings) = V1.Recipe.read(bytes: try Self.bytes(of: path), file: path)
    guard let recipe else { throw findings.sorted.first ?? .init(.error, at: nil, "nothing") }
    return try recipe.render(configuration, for: platforms).outputs
  }

  /// The processor's time: what else runs on the machine does not count.
  private func time() throws {
    var count = 0
    let start = clock()
    for path in recipes { count += (try? render(path).count) ?? 0 }
    // Of a second, a million.
    print(Double(clock() - start) / 1e6, count)
  }

  private func printAnswers() throws {
    for path in recipes {
      do {
        print(V1.Tree.list(try render(path).map(\.summary)).json)
      } catch {
        print("null")
      }
    }
  }
}

extension V1.RenderedOutput {
  /// What both tools must say alike; the tree holds the requirements, tests and the rest.
  fileprivate var summary: V1.Tree {
    .fields(
      V1.Fields([
        ("used_variant", usedVariant.tree), ("hash", .string(hash)), ("prefix", .string(prefix)),
        ("build_string", .string(buildString)), ("rendered", .fields(tree)),
      ]))
  }
}
