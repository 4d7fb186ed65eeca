import Conda
import Diagnostics
import Disk
import RecipeReader
import Smithy
import Verifier

/// Fetches the newest commit of the pinning's repository with `git`: one small transfer brings the
/// pinning and its migrations as of the same moment, git checks every object's hash, and people's
/// proxies and certificates are the ones that their git has.
struct PinningDownload {
  static let repository = "https://github.com/conda-forge/conda-forge-pinning-feedstock"

  var url: String
  /// A branch, tag or commit; the default branch where nil.
  var revision: String?
  var cache: PinningCache
  var timeLimit: Duration = .seconds(300)

  func run() async throws -> Pinning {
    let place = try cache.open()
    let outcome: Result<(PinningCache.Manifest, [String: [UInt8]]), Diagnostic>
    do throws(Diagnostic) {
      outcome = .success(try await download(into: place))
    } catch {
      outcome = .failure(error)
    }
    try DiskFile(place).removeAll()
    let (manifest, files) = try outcome.get()
    try cache.keep(manifest, files)
    guard let pinning = try cache.pinning() else {
      throw Diagnostic.cachedPinningDamaged("it is gone", at: cache.folder)
    }
    return pinning
  }

  private func download(
    into place: String
  ) async throws(Diagnostic) -> (PinningCache.Manifest, [String: [UInt8]]) {
    // git runs elsewhere.
    let url = DiskEntry(url).kind == .folder ? DiskFile(url).absolutePath : url
    _ = try await git(["init", "--quiet", "--template=", "."], in: place)
    _ = try await git(
      [
        "-c", "http.lowSpeedLimit=200", "-c", "http.lowSpeedTime=60", "-c",
        "fetch.fsckObjects=true",
        "fetch", "--quiet", "--no-tags", "--depth=1", "--end-of-options", url, revision ?? "HEAD",
      ], in: place)
    let facts = try await git(["log", "-1", "--format=%H %ct", "FETCH_HEAD"], in: place)
      .split { $0.isWhitespace }.map(String.init)
    guard facts.count == 2, PinningCache.isCommit(facts[0]), let seconds = Int(facts[1]) else {
      throw .pinningNotFetched(url, "git names no commit")
    }
    _ = try await git(
      [
        "-c", "core.autocrlf=false", "-c", "core.symlinks=false", "checkout", "--quiet",
        "FETCH_HEAD",
        "--", "recipe",
      ], in: place)
    let files = try files(of: place)
    let manifest = PinningCache.Manifest(
      url: url, commit: facts[0], day: CalendarDay(seconds: seconds), fetched: .today,
      digests: files.map { ($0.key, SHA256.hex($0.value)) })
    return (manifest, files)
  }

  /// The pinning and its migrations, when they can be read.
  private func files(of place: String) throws(Diagnostic) -> [String: [UInt8]] {
    let main = "conda_build_config.yaml"
    let path = "\(place)/recipe/\(main)"
    guard DiskEntry(path, followsLinks: false).kind == .file else {
      throw .pinningNotFetched(url, "the repository has no recipe/\(main)")
    }
    var files = [main: try RecipeFolder.read(path)]
    for name in DiskEntry("\(place)/recipe/migrations").names where name.hasSuffix(".yaml") {
      let path = "\(place)/recipe/migrations/\(name)"
      guard DiskEntry(path, followsLinks: false).kind == .file else { continue }
      files["migrations/\(name)"] = try RecipeFolder.read(path)
    }
    do throws(Diagnostic) {
      for platform in [Platform.linux64, .osxArm64, .win64] {
        try PinningCheck.check(files[main] ?? [], file: "recipe/\(main)", platform: platform)
      }
    } catch {
      throw .pinningNotUsable(url, error)
    }
    return files
  }

  private func git(
    _ arguments: [String], in place: String
  ) async throws(Diagnostic) -> String {
    let run = await Command(
      "env", ["GIT_TERMINAL_PROMPT=0", "LC_ALL=C", "git"] + arguments, in: place,
      timeLimit: timeLimit, outputLimit: 1 << 20
    ).run()
    switch run.end {
    case .exited(0): return String(decoding: run.output, as: UTF8.self)
    case .exited(127): throw .gitMissing()
    case .exited:
      let lines = String(decoding: run.errors, as: UTF8.self).split(separator: "\n")
      let reason = lines.first { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.last
      throw .pinningNotFetched(url, reason.map(String.init) ?? "git gives no reason")
    case .notFound: throw .gitMissing()
    case .timedOut: throw .pinningNotFetched(url, "it took longer than \(timeLimit)")
    case .signalled(let signal): throw .pinningNotFetched(url, "git was ended by signal \(signal)")
    case .outputTooLong: throw .pinningNotFetched(url, "git says too much")
    case .failed(let reason): throw .pinningNotFetched(url, reason)
    }
  }
}

extension Diagnostic {
  static func pinningNotFetched(_ url: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: url, line: 1), "the pinning can't be downloaded: \(reason)",
      remedy:
        "check the network (does it want a sign-in?) and the address, or give a copy with --pinning; "
        + "what is in the cache stays"
    )
  }

  static func pinningNotUsable(_ url: String, _ problem: Diagnostic) -> Diagnostic {
    Diagnostic(
      .error, at: SourceLocation(file: url, line: 1), "what was downloaded is no pinning",
      remedy: "check the address; what is in the cache stays",
      notes: [Note(problem.message, at: problem.location)])
  }

  static func gitMissing() -> Diagnostic {
    Diagnostic(
      .error, at: nil, "there is no git, which downloads the pinning",
      remedy: "install git, or give a copy of the pinning with --pinning")
  }
}
