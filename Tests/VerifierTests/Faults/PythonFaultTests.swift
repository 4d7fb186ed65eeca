import Foundation
import Testing

@testable import Verifier

/// An extension of NumPy's, and what its user lacks.
@Suite(.enabled(if: FaultBench.isPossible, "\(FaultBench.hint)"), .serialized)
struct PythonFaultTests {
  private static let source = """
    #include <Python.h>
    #include <numpy/arrayobject.h>

    static PyModuleDef module = {PyModuleDef_HEAD_INIT, "faulty"};

    PyMODINIT_FUNC PyInit_faulty() {
      import_array();
      return PyModule_Create(&module);
    }

    """

  private func failure(run: [String]) async throws -> (stage: Stage?, errors: [String]) {
    let recipe = """
      schema_version: 1
      package:
        name: faulty
        version: "1.0"
      build:
        script:
          - headers=$($PYTHON -c "import numpy, sysconfig as s; print(numpy.get_include(), s.get_path('include'))")
          - suffix=$($PYTHON -c "import sysconfig; print(sysconfig.get_config_var('EXT_SUFFIX'))")
          - $CXX $CXXFLAGS -fPIC -shared -DNPY_TARGET_VERSION=NPY_2_3_API_VERSION -I${headers/ / -I}
            "$RECIPE_DIR/faulty.cc" -o "$SP_DIR"/faulty$suffix
      requirements:
        build:
          - ${{ compiler('cxx') }}
          - ${{ stdlib('c') }}
        host:
          - python
          - numpy 2.3.*
        run:
      \(run.map { "    - \($0)" }.joined(separator: "\n"))
      about:
        license: MIT
        license_file: LICENSE
      tests:
        - python:
            imports:
              - faulty
            pip_check: false
      """
    let files = ["LICENSE": "Do what you like.\n", "faulty.cc": Self.source]
    let failure = try await FaultBench(recipe: recipe, files: files).failure()
    return (failure.stage, failure.errors)
  }

  @Test func rightArrays() async throws {
    let failure = try await failure(run: ["python", "numpy >=2.3"])
    #expect(failure.stage == nil && failure.errors == [], "\(failure.errors)")
  }

  @Test func arraysOfAnotherRelease() async throws {
    let failure = try await failure(run: ["python", "numpy 2.1.*"])
    #expect(failure.stage == .tests)
    let message = "20: the installed NumPy is not the one that was built for: "
    #expect(failure.errors.contains { $0.hasPrefix(message) }, "\(failure.errors)")
  }

  @Test func noArrays() async throws {
    let failure = try await failure(run: ["python"])
    #expect(failure.stage == .tests)
    let message = "'numpy' is missing: 'numpy' is not among the run requirements"
    #expect(failure.errors.contains { $0.contains(message) }, "\(failure.errors)")
  }
}
