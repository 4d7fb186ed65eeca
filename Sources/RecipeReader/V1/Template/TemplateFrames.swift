extension V1 {
  /// The names that a template's own statements define, in frames that lie in each other.
  ///
  /// A macro sees the frame that it was defined in as that is when the macro is called.
  struct TemplateFrames: Sendable {
    private struct Frame: Sendable {
      let outer: Int?
      var values: [String: Value] = [:]
      /// What `loop.changed` was last asked about.
      var seen: [Value]?
    }

    private var frames: [Frame] = []
    private(set) var current: Int?

    var isEmpty: Bool { frames.isEmpty }

    subscript(name: String) -> Value? {
      get {
        var index = current
        while let frame = index {
          if let value = frames[frame].values[name] { return value }
          index = frames[frame].outer
        }
        return nil
      }
      set { if let current { frames[current].values[name] = newValue } }
    }

    /// Enters a frame inside of another one and tells where to return to.
    mutating func push(inside outer: Int?) -> Int? {
      frames.append(Frame(outer: outer))
      defer { current = frames.count - 1 }
      return current
    }

    /// Leaves the last frame: no value can refer to it any more, for only text gets out.
    mutating func pop(to previous: Int?) {
      frames.removeLast()
      current = previous
    }

    /// Whether the frame was asked about other values before.
    mutating func notice(_ values: [Value], in frame: Int) -> Bool {
      defer { frames[frame].seen = values }
      guard let seen = frames[frame].seen, seen.count == values.count else { return true }
      return !zip(seen, values).allSatisfy { $0.equals($1) }
    }
  }
}
