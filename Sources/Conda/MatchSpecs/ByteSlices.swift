extension ArraySlice<UInt8> {
  /// Without a part; at the end that costs nothing.
  func removing(_ range: Range<Int>) -> ArraySlice<UInt8> {
    if range.upperBound == endIndex { return self[..<range.lowerBound] }
    return self[..<range.lowerBound] + self[range.upperBound...]
  }

  /// `channel:namespace:rest`, from the back, because a channel may be a URL.
  var splitAtLastColons:
    (channel: ArraySlice<UInt8>?, namespace: ArraySlice<UInt8>?, rest: ArraySlice<UInt8>)
  {
    let colon = UInt8(ascii: ":")
    guard let second = lastIndex(of: colon) else { return (nil, nil, self) }
    let rest = self[(second + 1)...]
    guard let first = self[..<second].lastIndex(of: colon) else {
      return (nil, self[..<second], rest)
    }
    return (self[..<first], self[(first + 1)..<second], rest)
  }
}
