import Diagnostics
import Templates

extension ScriptContext {
  /// A script from its skeleton. What a user's own template does wrong is a finding.
  mutating func render(
    _ template: TemplateName, _ values: MustacheContext, in templates: TemplateSet
  ) -> String {
    do throws(MustacheError) {
      return try templates.render(template, values)
    } catch {
      report(.templateNotUsable(template.fileName, line: error.line, error.message))
      return ""
    }
  }
}
