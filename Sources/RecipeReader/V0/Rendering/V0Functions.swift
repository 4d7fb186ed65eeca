import Conda

/// The functions that conda-build gives to templates.
struct V0Functions {
  let variant: V0Variant
  let host: Platform
  let companions: V0Companions

  func value(named name: String) -> PythonValue? {
    switch name {
    case "compiler": function(name, compiler)
    case "stdlib": function(name, standardLibrary)
    case "cdt": function(name, coreDependency)
    case "pin_compatible": function(name, pinCompatible)
    case "pin_subpackage": function(name, pinSubpackage)
    case "ccache":
      function(name) { (arguments, _) throws(PythonError) in .string("ccache") }
    case "resolved_packages":
      function(name) { (arguments, runtime) throws(PythonError) in
        let values = try arguments.bound(to: ["env"], required: 1, of: name)
        guard ["host", "build"].contains(values[0]?.asString) else {
          throw PythonError(.valueError, "Only host and build dependencies are supported.")
        }
        // Only a solver knows them.
        return .list(of: [])
      }
    case "installed": .dict(PythonDict())
    case "time", "datetime": .object(V0Clock(name))
    case "load_file_regex": function(name, companions.loadRegex)
    case "load_file_data": function(name, companions.loadData)
    case "load_str_data": function(name, companions.loadText)
    case "load_setup_py_data", "load_setuptools", "load_npm":
      function(name) { (_, _) throws(PythonError) in
        companions.needs(name)
        return .dict(PythonDict())
      }
    default: nil
    }
  }

  private func function(_ name: String, _ body: @escaping PythonFunction.Body) -> PythonValue {
    .object(PythonFunction(name, body))
  }

  private func compiler(_ arguments: PythonArguments, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    let language = try language(of: arguments, "compiler", runtime)
    return target(language, "compiler", native: language == "fortran" ? "gfortran" : language)
  }

  private func standardLibrary(_ arguments: PythonArguments, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    let language = try language(of: arguments, "stdlib", runtime)
    return target(language, "stdlib", native: language)
  }

  private func language(
    of arguments: PythonArguments, _ function: String, _ runtime: PythonRuntime
  ) throws(PythonError) -> String {
    let values = try arguments.bound(
      to: ["language", "config", "permit_undefined_jinja", "component"], required: 1, of: function)
    return try runtime.text(of: values[0] ?? .none)
  }

  /// `gcc_linux-64 14.*`: the variant's package for this language, for the target platform.
  private func target(_ language: String, _ component: String, native: String) -> PythonValue {
    let key = "\(language)_\(component)"
    let platform = variant["target_platform"] ?? host.subdir
    let package = "\(variant[key] ?? native)_\(platform)"
    guard let version = variant["\(key)_version"], !version.isEmpty else {
      return .string(package)
    }
    return .string(V0Specs.valid("\(package) \(version)"))
  }

  private func coreDependency(_ arguments: PythonArguments, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    let values = try arguments.bound(to: ["package_name"], required: 1, of: "cdt")
    let spec = try runtime.text(of: values[0] ?? .none)
    let isIntel = host.machine == "64" || host.machine == "32"
    let machine =
      isIntel ? (host.machine == "64" ? "x86_64" : "i686") : host.machine
    let suffix =
      "\(variant["cdt_name"] ?? (isIntel ? "cos6" : "cos7"))-\(variant["cdt_arch"] ?? machine)"
    guard let space = spec.firstIndex(of: " ") else { return .string("\(spec)-\(suffix)") }
    return .string("\(spec[..<space])-\(suffix)\(spec[space...])")
  }

  /// Without a solved environment the name alone, as conda-build gives it before it solves.
  private func pinCompatible(_ arguments: PythonArguments, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    let values = try arguments.bound(
      to: [
        "package_name", "lower_bound", "upper_bound", "min_pin", "max_pin",
        "permit_undefined_jinja", "exact", "bypass_env_check",
      ], required: 1, of: "pin_compatible")
    return .string(try runtime.string(values[0], "pin_compatible") + " ")
  }

  private func pinSubpackage(_ arguments: PythonArguments, _ runtime: PythonRuntime)
    throws(PythonError) -> PythonValue
  {
    let values = try arguments.bound(
      to: [
        "subpackage_name", "min_pin", "max_pin", "exact", "permit_undefined_jinja",
        "allow_no_other_outputs", "skip_build_id",
      ], required: 1, of: "pin_subpackage")
    return values[0] ?? .none
  }
}
