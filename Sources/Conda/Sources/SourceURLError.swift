import Diagnostics

/// Why a text is not the URL of a source.
package struct SourceURLError: NotationError {
  package enum Cause: Hashable, Sendable {
    case empty
    case space
    case noScheme
    case unknownScheme(String)
    case noHost
    case noPath
    case host(String)
    case port(String)
  }

  package let cause: Cause
  package let offset: Int

  package var message: String {
    switch cause {
    case .empty: "the URL is empty"
    case .space: "the URL contains a space or control character"
    case .noScheme: "the URL has no scheme"
    case .unknownScheme(let name): "sources cannot be fetched by '\(name)'"
    case .noHost: "the URL has no host"
    case .noPath: "the URL has no path"
    case .host(let text): "'\(text)' is not a host"
    case .port(let text): "'\(text)' is not a port"
    }
  }

  package var remedy: String? {
    switch cause {
    case .empty, .noHost: "write it as in https://host/name-1.0.tar.gz"
    case .space: "write %20 for a space"
    case .noScheme: "begin with https://"
    case .unknownScheme(let name):
      Suggestion(for: name, in: SourceURL.Scheme.allCases.map(\.rawValue))?.remedy
        ?? "use https, http, ftp or file"
    case .noPath: "write it as in file:///path/to/name-1.0.tar.gz"
    case .host: "use letters, digits, '.' and '-'"
    case .port: "write a number up to 65535 behind the ':'"
    }
  }
}
