// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors, and imports are internal unless a target says otherwise: the arrows between
// the targets below are the architecture (Documentation/Architecture.md), and the compiler keeps them.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "gennforge",
  platforms: [.macOS(.v15)],
  dependencies: [],
  targets: [
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Conda", swiftSettings: strict),
    .target(
      name: "RecipeModel", dependencies: ["Conda", "Diagnostics"], swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
