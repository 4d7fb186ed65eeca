import Conda
import Diagnostics

extension V1 {
  /// A license has to be an SPDX expression of identifiers that SPDX still recommends.
  enum LicenseRule {
    static func canonical(
      _ text: String, _ field: String, at location: @autoclosure () -> SourceLocation
    ) throws(Diagnostic) -> String {
      do throws(SPDXExpressionError) {
        let expression = try SPDXExpression(text)
        if let error = expression.deprecations.first { throw error }
        return text
      } catch {
        throw .invalidNotation(error, in: field, at: location())
      }
    }
  }
}
