import ArgumentParser
import Diagnostics
import Grammar

/// `gennforge grammar`
struct PrintGrammar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grammar",
    abstract: "Print the grammar of what recipes are written in, or list the grammars.",
    discussion: """
      The grammars are the documentation of what gennforge reads, in ISO 14977's notation. Its own parsers \
      are tested against them.
      """)

  @Argument(help: "The grammar's name, such as Jinja; without, the grammars are listed.")
  var name: String?

  func run() throws {
    guard let name else {
      var table = TextTable(["grammar", "what it describes"])
      for grammar in GrammarFile.allCases { table.add([grammar.rawValue, grammar.subject]) }
      return Terminal.print(table.text)
    }
    let names = GrammarFile.allCases.map(\.rawValue)
    guard let grammar = GrammarFile(name) else {
      let hint = nearest(to: name, in: names).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "no grammar is called '\(name)'\(hint) There are: \(names.joined(separator: ", "))")
    }
    Terminal.print(grammar.text)
  }
}
