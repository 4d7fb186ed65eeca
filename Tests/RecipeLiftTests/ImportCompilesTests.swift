import Foundation
import GeNNForge
import RecipeModel
import RecipeReader
import RecipeWriter
import Recipes
import Testing

/// The compiler accepts what imports write.
@Suite(.enabled(if: SwiftCompiler.tools != nil, "no swiftc, or no modules beside the tests"))
struct ImportCompilesTests {
  @Test func importedSourcesCompile() throws {
    let tools = try #require(SwiftCompiler.tools)
    var recipes = [
      try #require(RecipeLift.v1(V1LiftTests.recipe, file: "recipe.yaml").recipe),
      try #require(RecipeLift.v0(V0LiftTests.recipe, file: "meta.yaml").recipe),
    ]
    for own in allRecipes {
      let files = Feedstock(own.recipe.model().recipe, format: .v1).files
      let text = try #require(files.first { $0.path == "recipe/recipe.yaml" }?.text)
      recipes.append(try #require(RecipeLift.v1(text, file: "recipe.yaml").recipe))
    }
    // Constants of one name in scopes of their own.
    let scopes = recipes.enumerated().map { index, recipe in
      "enum Scope\(index) {\n"
        + SwiftWriter(recipe).declaration.replacing("public let ", with: "static let ") + "}\n"
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Imported.swift")
    try ("import GeNNForge\n\n" + scopes.joined(separator: "\n")).write(
      to: file, atomically: true, encoding: .utf8)

    let process = Process()
    process.executableURL = tools.compiler
    process.arguments = [
      "-typecheck", "-swift-version", "6", "-I", tools.modules.path,
      "-module-cache-path", folder.path, file.path,
    ]
    let output = Pipe()
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: text, as: UTF8.self))")
  }
}

enum SwiftCompiler {
  /// The compiler, and the modules that the tests themselves were built with.
  static let tools: (compiler: URL, modules: URL)? = {
    let files = FileManager.default
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let compiler = path.split(separator: ":").map { URL(filePath: "\($0)/swiftc") }.first {
      files.isExecutableFile(atPath: $0.path)
    }
    var folder = URL(filePath: CommandLine.arguments[0])
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      let modules = folder.appending(path: "Modules")
      if files.fileExists(atPath: modules.appending(path: "GeNNForge.swiftmodule").path) {
        return compiler.map { ($0, modules) }
      }
    }
    return nil
  }()
}
