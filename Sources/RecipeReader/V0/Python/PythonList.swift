/// A list, shared by everyone who holds it.
package final class PythonList {
  var elements: [PythonValue]

  init(_ elements: [PythonValue]) { self.elements = elements }
}
