import Diagnostics
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps two verifications out of one folder. The system takes it back from a process that was killed.
struct AreaLock {
  private let descriptor: Int32

  /// Waits until nobody else works in the folder.
  static func take(_ folder: String) async throws(Diagnostic) -> AreaLock {
    do throws(DiskFile.Failure) { try FolderTree(folder).make() } catch {
      throw .prefixNotMade(error.description)
    }
    let descriptor = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .prefixNotMade("can't write \(folder)/lock: \(String(cString: strerror(errno)))")
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let reason = String(cString: strerror(errno))
        close(descriptor)
        throw .prefixNotMade("can't lock \(folder)/lock: \(reason)")
      }
      do { try await Task.sleep(for: .milliseconds(200)) } catch {
        close(descriptor)
        throw .prefixNotMade("waiting for \(folder)/lock was cancelled")
      }
    }
    return AreaLock(descriptor: descriptor)
  }

  func release() { close(descriptor) }
}
