#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The text that is being parsed, in memory that the system writes to a file whatever happens to us.
final class CurrentText {
  let path: String
  private let memory: UnsafeMutableRawBufferPointer

  private static let size = 1 << 16

  init?(path: String) {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard ftruncate(descriptor, off_t(Self.size)) == 0,
      let start = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    memory = UnsafeMutableRawBufferPointer(start: start, count: Self.size)
  }

  deinit { munmap(memory.baseAddress, memory.count) }

  func hold(_ text: [UInt8]) {
    let text = text.prefix(Self.size - 8)
    memory.storeBytes(of: UInt64(text.count), as: UInt64.self)
    UnsafeMutableRawBufferPointer(rebasing: memory[8...]).copyBytes(from: text)
  }

  func remove() { unlink(path) }
}
