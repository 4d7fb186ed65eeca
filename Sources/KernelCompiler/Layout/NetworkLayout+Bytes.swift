extension NetworkLayout {
  /// Whether the C++ program needs a file of what was drawn or listed.
  package var needsData: Bool {
    rows.contains { $0 != nil } || network.columns.contains { $0.comesFromData }
  }

  /// Writes what was drawn or listed: each array behind its size in bytes, rows of synapses first.
  package func write<Failure: Error>(
    _ write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    for (projection, rows) in zip(network.projections, rows) {
      guard let rows else { continue }
      try Self.write((0..<rows.rowCount).map { UInt32(rows.row($0).count) }, write)
      if network.populations[projection.target].count <= 1 << 16 {
        try Self.write(rows.targets.map { UInt16(truncatingIfNeeded: $0) }, write)
      } else {
        try Self.write(rows.targets, write)
      }
    }
    for column in network.columns where column.comesFromData { try self.write(column, write) }
  }

  private func write<Failure: Error>(
    _ column: Column, _ write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    switch column.type {
    case .float: try Self.write(numbers(column) { Float($0) }, write)
    case .double: try Self.write(numbers(column) { $0 }, write)
    case .bool, .int8, .uint8: try Self.write(integers(column, UInt8.self), write)
    case .int16, .uint16: try Self.write(integers(column, UInt16.self), write)
    case .int32, .uint32: try Self.write(integers(column, UInt32.self), write)
    case .int64, .uint64: try Self.write(integers(column, UInt64.self), write)
    }
  }

  /// Real numbers; these can be many, so they take no way through `Value`.
  private func numbers<Real: BitwiseCopyable>(_ column: Column, _ round: (Double) -> Real) -> [Real]
  {
    guard case .drawn(let start) = column.start else {
      return startValues(column).map { round($0.asDouble) }
    }
    var numbers: [Real] = []
    numbers.reserveCapacity(count(of: column))
    draw(start, column) { numbers.append(round($0)) }
    return numbers
  }

  private func integers<Word: FixedWidthInteger>(_ column: Column, _: Word.Type) -> [Word] {
    startValues(column).map { value in
      if case .integer(let number, _) = value { Word(truncatingIfNeeded: number) } else { 0 }
    }
  }

  private static func write<Element: BitwiseCopyable, Failure: Error>(
    _ array: [Element], _ write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var size = UInt64(array.count * MemoryLayout<Element>.stride)
    // Bytes go out in this machine's order, on which the program runs, too.
    try withUnsafeBytes(of: &size) { bytes throws(Failure) in try write(bytes) }
    let bytes = array.span.bytes
    try bytes.withUnsafeBytes { bytes throws(Failure) in try write(bytes) }
  }
}

extension Column {
  /// Whether its start values are neither one number nor nothing at all.
  var comesFromData: Bool {
    if case .constant = start { false } else { !isUnused }
  }
}
