import Conda
import RecipeReader

/// The part of a pinning that a feedstock can use.
///
/// A pinning has hundreds of keys, of which a feedstock's files name some twenty. Reading the others for each
/// platform would take most of the time, so that their lines are emptied before. A key stays if its name
/// stands anywhere in those files, whatever for, and if nothing has to name it.
struct PinningExcerpt {
  /// With empty lines in place of other keys: places stay what they are.
  private(set) var bytes: [UInt8]
  private(set) var omittedKeys: [String] = []

  private struct Block {
    var key: String
    var range: Range<Int>
  }

  /// The whole, where a recipe may name keys that its text doesn't hold.
  init(of feedstock: Feedstock, for recipe: FeedstockRecipe) {
    bytes = feedstock.pinning
    let prefixes = recipe.prefixesOfMadeNames.map { Self.normalized($0) }
    guard !prefixes.contains(""), let blocks = Self.blocks(of: bytes) else { return }
    let files = feedstock.files.filter { path, _ in
      !path.hasSuffix(".patch") && !path.hasSuffix(".diff")
    }
    var texts = files.values.map { Self.normalized($0[...]) }
    for block in blocks where block.key == "zip_keys" {
      texts.append(Self.normalized(bytes[block.range]))
    }
    texts += feedstock.overrides.map { Self.normalized(Array($0.key.utf8)[...]) }
    let names = blocks.map { Self.normalized($0.key) }
    let used = Self.standing.union(VariantKeyNames(names).occurring(in: texts))
    for (block, name) in zip(blocks, names)
    where !used.contains(name) && !Self.isImplicit(name)
      && !prefixes.contains(where: name.hasPrefix)
    {
      omittedKeys.append(block.key)
      for index in block.range where bytes[index] != UInt8(ascii: "\n") {
        bytes[index] = UInt8(ascii: " ")
      }
    }
  }

  /// Keys that no file has to name.
  private static let standing: Set<String> = SmithyRelease.oldest.keptKeys
    .union(V0Variant().completed(for: .linux64).values.keys)
    .union(V0Variant().completed(for: .osx64).values.keys)
    .union(V0Variant().completed(for: .win64).values.keys)
    .union([
      "zip_keys", "extend_keys", "pin_run_as_build", "ignore_version", "ignore_build_only_deps",
      "github_actions_labels", "python_min", "mpi", "mpich", "openmpi", "msmpi", "mpi_serial",
      "impi", "CONDA_BUILD_SYSROOT",
    ])

  /// Keys that functions such as `compiler` name by a part of their names.
  private static func isImplicit(_ name: String) -> Bool {
    ["_compiler", "_compiler_version", "_stdlib", "_stdlib_version"].contains { name.hasSuffix($0) }
      || name.hasPrefix("cdt_")
  }

  /// Recipes write `-`, `.` and `_` for each other.
  private static func normalized(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }
  }

  private static func normalized(_ name: String) -> String {
    String(decoding: normalized(Array(name.utf8)[...]), as: UTF8.self)
  }

  /// Keys at the margin with what stands below. Nil where the file is more than a list of such.
  private static func blocks(of bytes: [UInt8]) -> [Block]? {
    var blocks: [Block] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      defer { start = end + 1 }
      let line = bytes[start..<end].prefix { $0 != UInt8(ascii: "#") }
      switch line.first {
      case nil, UInt8(ascii: "\r"): continue
      case UInt8(ascii: " "), UInt8(ascii: "-"):
        // An item at the margin belongs to the key above it.
        if blocks.isEmpty || line.contains(UInt8(ascii: "&")) { return nil }
      default:
        let key = line.prefix(while: isKeyByte)
        guard !key.isEmpty, key.endIndex < line.endIndex, bytes[key.endIndex] == UInt8(ascii: ":"),
          !line.contains(UInt8(ascii: "&"))
        else { return nil }
        blocks.append(Block(key: String(decoding: key, as: UTF8.self), range: start..<end))
      }
      blocks[blocks.count - 1].range = blocks[blocks.count - 1].range.lowerBound..<end
    }
    return blocks
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
