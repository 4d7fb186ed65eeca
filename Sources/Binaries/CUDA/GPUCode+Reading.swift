extension GPUCode {
  /// Where nvcc puts it: ELF's sections, the second for code that is linked once more, and PE's.
  static let sections: Set = [".nv_fatbin", "__nv_relfatbin", ".nv_fatb"]

  /// The code in such a section: fat binaries, one behind the other, each a head of 16 bytes and
  /// images with heads of their own.
  ///
  /// NVIDIA documents only the first head (`fatbinary_section.h`); the others are as nvcc 13 writes
  /// them, compared with what `cuobjdump` lists.
  static func all(in section: ByteView) throws(BinaryError) -> [GPUCode] {
    var code: Set<GPUCode> = []
    var at = 0
    while at + 16 <= section.count {
      guard try section.integer(UInt32.self, at: at) == 0xBA55_ED50 else {
        at += 8  // padding
        continue
      }
      var image = at + (try section.half(at: at + 6))
      let end = image + (try section.address(at: at + 8, isWide: true))
      while image < end {
        let head = try section.word(at: image + 4)
        guard head >= 48 else { throw section.error("an image of GPU code has no head", at: image) }
        code.insert(try GPUCode(image: section.part(image, head)))
        image += head + (try section.address(at: image + 8, isWide: true))
      }
      at = max(end, at + 16)
    }
    return code.sorted()
  }

  private init(image: ByteView) throws(BinaryError) {
    let flags = try image.word(at: 40)
    self.init(
      kind: try image.half(at: 0) == 1 ? .ptx : .sass, architecture: try image.word(at: 28),
      reach: flags & 1 << 20 != 0
        ? .architectureOnly : flags & 1 << 21 != 0 ? .family : .compatible)
  }
}
