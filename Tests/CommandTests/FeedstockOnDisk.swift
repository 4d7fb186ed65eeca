import Foundation

extension CommandLineTool {
  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// `feedstock/` with two Pythons, and `pinning/` with a migration to a third.
  func writeFeedstock() throws {
    try write("", to: "feedstock/conda-forge.yml")
    try write(
      """
      package:
        name: grid
        version: 1.0
      build:
        number: 0
        skip: true  # [win]
      requirements:
        host:
          - python
        run:
          - python
      """, to: "feedstock/recipe/meta.yaml")
    try write(
      "python:\n  - 3.12.* *_cpython\n  - 3.13.* *_cp313\n",
      to: "pinning/conda_build_config.yaml")
    try write(
      """
      migrator_ts: 1
      __migrator:
        operation: key_add
        migration_number: 1
        primary_key: python
        ordering:
          python:
            - 3.12.* *_cpython
            - 3.13.* *_cp313
            - 3.14.* *_cp314
      python:
        - 3.14.* *_cp314
      """, to: "pinning/migrations/python314.yaml")
  }
}
