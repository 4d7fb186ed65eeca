/// The steps from a recipe to a package that does what it promises.
package enum Stage: String, CaseIterable, Hashable, Sendable, Comparable {
  case render, fetch, environment, build, package, install, inspect, scripts, tests, kernels

  package static func < (a: Stage, b: Stage) -> Bool { a.index < b.index }

  private var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Whether what comes behind it needs what it made.
  var isPrecondition: Bool { self <= .install }

  package var inWords: String {
    switch self {
    case .render: "render the recipe"
    case .fetch: "fetch and unpack the source"
    case .environment: "make the build environment"
    case .build: "run the build script"
    case .package: "collect the package's files"
    case .install: "install it with its run dependencies alone"
    case .inspect: "inspect its files"
    case .scripts: "run link and activation scripts"
    case .tests: "run its own tests"
    case .kernels: "run its spiking networks"
    }
  }

  package var logName: String {
    "\(index < 10 ? "0" : "")\(index)-\(rawValue).log"
  }
}
