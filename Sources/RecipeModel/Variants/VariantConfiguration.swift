/// The values that a recipe is built with.
package struct VariantConfiguration: Hashable, Sendable {
  package var axes: [VariantAxis] = []

  package init() {}
}

extension VariantConfiguration {
  /// The values of the keys that the recipe decides itself.
  package var ownValues: [VariantKey: [String]] {
    var values: [VariantKey: [String]] = [:]
    for axis in axes where axis.origin == .recipe {
      for key in axis.keys {
        for value in axis.rows.compactMap({ $0.values[key] })
        where values[key]?.contains(value) != true {
          values[key, default: []].append(value)
        }
      }
    }
    return values
  }

  /// The same with one axis for each set of keys: what was said of them in several places, together.
  package var merged: VariantConfiguration {
    var configuration = VariantConfiguration()
    for axis in axes {
      if let index = configuration.axes.firstIndex(where: { $0.keys == axis.keys }) {
        configuration.axes[index].rows += axis.rows.filter {
          !configuration.axes[index].rows.contains($0)
        }
      } else {
        configuration.axes.append(axis)
      }
    }
    return configuration
  }
}
