import Conda
import Diagnostics
import Smithy

/// A feedstock in a few lines, and questions to its explanation.
struct SmallFeedstock {
  static let recipe = """
    package:
      name: grid
      version: 1.0
    build:
      number: 0
      skip: true  # [cuda_compiler_version == "11.8"]
    requirements:
      build:
        - {{ compiler('cuda') }}
      host:
        - python
        - libgrid
    """
  static let pinning = """
    python:
      - 3.12.* *_cpython
      - 3.13.* *_cp313
    cuda_compiler:
      - cuda-nvcc
    cuda_compiler_version:
      - None
      - 11.8
    c_compiler_version:
      - 15
      - 11
    zip_keys:
      -
        - cuda_compiler_version
        - c_compiler_version
    libgrid:
      - 2
    unknown:
      - 7
    """
  static let migration = """
    migrator_ts: 1
    __migrator:
      operation: key_add
      migration_number: 1
      primary_key: cuda_compiler_version
      ordering:
        cuda_compiler_version:
          - None
          - 11.8
          - 13.0
    cuda_compiler_version:
      - 13.0
    c_compiler_version:
      - 15
    """

  var files: [String: String]
  var pinning = Self.pinning
  var overrides: [(key: String, values: [String])] = []

  init(recipe: String = Self.recipe, _ others: [String: String] = [:]) {
    files = ["conda-forge.yml": "", "recipe/meta.yaml": recipe].merging(others) { $1 }
  }

  func rerendering(explains: Bool = true, only platform: Platform? = .linux64) -> Rerendering {
    var feedstock = Feedstock(
      files: files.mapValues { Array($0.utf8) }, pinning: Array(pinning.utf8),
      pinningName: "pinning.yaml")
    feedstock.overrides = overrides
    return FeedstockRenderer(feedstock, explains: explains).rerendering(only: platform)
  }
}

extension Rerendering {
  func key(_ name: String) -> KeyExplanation? {
    platforms.first?.keys.first { $0.key == name }
  }

  /// `file:line` of each value.
  func lines(of name: String) -> [String: [String]] {
    var lines: [String: [String]] = [:]
    for (value, places) in key(name)?.values ?? [] {
      lines[value] = places.map { "\($0.file):\($0.line)" }
    }
    return lines
  }
}
