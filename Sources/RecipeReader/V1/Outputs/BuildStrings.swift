import Conda
import Diagnostics

extension V1 {
  /// Works out hashes and build strings, in an order in which pinned outputs come before their users.
  struct BuildStrings {
    let file: String
    let platforms: Platforms

    func resolve(_ outputs: inout [RenderedOutput]) throws(Diagnostic) {
      for index in outputs.indices {
        for pin in outputs[index].requirements.exactSubpackages {
          try addPin(pin, to: &outputs[index], among: outputs)
        }
        try resolve(&outputs[index])
      }
    }

    /// An exact pin makes the other output's build part of this one's variant.
    private func addPin(
      _ pin: Pin, to output: inout RenderedOutput, among outputs: [RenderedOutput]
    ) throws(Diagnostic) {
      let name = pin.name.lowercased()
      guard name != output.name else { return }
      let combination = output.combination
      var best: (output: RenderedOutput, agreement: Int)?
      for other in outputs where other.name == name {
        let agreement = combination.agreement(with: other.combination)
        if agreement >= best?.agreement ?? 0 { best = (other, agreement) }
      }
      guard let pinned = best?.output else {
        throw .unknownPinnedOutput(pin.name, at: output.place.location(in: file))
      }
      output.usedVariant[VariantKey(name)] = .string("\(pinned.version) \(pinned.buildString)")
    }

    private func resolve(_ output: inout RenderedOutput) throws(Diagnostic) {
      output.hash = VariantHash.digits(of: output.usedVariant)
      output.prefix = VariantHash.prefix(of: output.usedVariant, noarch: output.noarch)
      output.buildString = try buildString(of: output)
      guard case .fields(var build)? = output.tree["build"] else { return }
      build["string"] = .string(output.buildString)
      output.tree["build"] = .fields(build)
    }

    private func buildString(of output: RenderedOutput) throws(Diagnostic) -> String {
      switch output.buildStringTemplate {
      case nil: return "\(output.prefix)h\(output.hash)_\(output.buildNumber)"
      case .fixed(let text, _)?: return text
      case .template(let template, let place)?:
        var scope = Scope(
          context: output.usedVariant.scope.merging(output.contextValues) { _, last in last },
          platforms: Platforms(target: platforms.build))
        scope.local = [
          "hash": .string(output.hash),
          "build_number": .integer(Int(clamping: output.buildNumber)),
        ]
        var renderer = Renderer(file: file, scope: scope)
        return try renderer.text(template, place)
      }
    }
  }
}
