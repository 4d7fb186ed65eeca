extension CustomUpdateModel {
  /// Copies a projection's variable into one of a projection that leads back, with rows and columns
  /// swapped.
  ///
  ///     CustomUpdate(
  ///       "mirror", model: .transpose(), every: 10,
  ///       references: ["variable": .transposed("forward", "g", into: "back", "g")])
  ///
  /// Source: GeNN 5.4.0, `CustomUpdateModels::Transpose`.
  public static func transpose() -> CustomUpdateModel {
    CustomUpdateModel("Transpose", builtIn: "Transpose") { VariableReference("variable") }
  }
}
