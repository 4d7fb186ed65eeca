/// A copy of one side at an address that doesn't change.
final class PatchContent {
  let bytes: UnsafeMutablePointer<UInt8>
  let count: Int
  let path: UnsafeMutablePointer<CChar>

  init(_ side: Patch.Side) {
    count = side.content.count
    // One byte more: libgit2 takes a null pointer for a file that isn't there.
    bytes = .allocate(capacity: count + 1)
    bytes.initialize(repeating: 0, count: count + 1)
    bytes.update(from: side.content, count: count)
    let name = side.path.utf8CString
    path = .allocate(capacity: name.count)
    name.withUnsafeBufferPointer { name in
      if let start = name.baseAddress { path.initialize(from: start, count: name.count) }
    }
  }

  deinit {
    bytes.deallocate()
    path.deallocate()
  }
}
