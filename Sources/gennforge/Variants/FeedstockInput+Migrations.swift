import Diagnostics
import Disk
import Smithy

extension FeedstockInput {
  private static let folder = ".ci_support/migrations/"

  /// As it is before a migration, whether it has begun or not.
  mutating func remove(_ migration: MigrationFile) {
    feedstock.files[Self.folder + migration.name] = nil
  }

  /// As it is once the migration has come to it.
  mutating func add(_ migration: MigrationFile) {
    feedstock.files[Self.folder + migration.name] = migration.bytes
    shownPaths[Self.folder + migration.name] = migration.path
    // The pinning must go on with it, else it counts as finished.
    guard feedstock.pinningMigrations != nil else { return }
    feedstock.pinningMigrations?[migration.name] = migration.bytes
    shownPaths["\(feedstock.pinningMigrationsName)/\(migration.name)"] = migration.path
  }
}

/// A migration that somebody wants to see the effect of.
struct MigrationFile {
  var name: String
  var path: String
  var bytes: [UInt8]

  /// - Parameter argument: a file, or the name of a migration that comes with the pinning.
  init(_ argument: String, in pinning: Pinning) throws(Diagnostic) {
    let last = argument.split(separator: "/").last.map(String.init) ?? argument
    name = last.hasSuffix(".yaml") ? last : "\(last).yaml"
    if DiskEntry(argument).kind == .file {
      (path, bytes) = (argument, try RecipeFolder.read(argument))
    } else if let known = pinning.migrations?[name] {
      (path, bytes) = ("\(pinning.migrationsName)/\(name)", known)
    } else {
      let names = (pinning.migrations ?? [:]).keys.sorted().map { String($0.dropLast(5)) }
      throw .migrationMissing(argument, known: names)
    }
  }
}

extension Diagnostic {
  static func migrationMissing(_ name: String, known: [String]) -> Diagnostic {
    let hint = nearest(to: name, in: known).map { "did you mean '\($0)'? " } ?? ""
    return Diagnostic(
      .error, at: SourceLocation(file: name, line: 1),
      "there is no such file, and the pinning has no migration of this name",
      remedy: "\(hint)name a file such as migrations/cuda130.yaml of the pinning's feedstock")
  }
}
