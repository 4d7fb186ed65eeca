extension PostsynapticModel {
  /// A conductance that decays exponentially: I = g (E − V), g grows by what arrives.
  ///
  /// Source: GeNN 5.4.0, `PostsynapticModels::ExpCond`.
  ///
  /// - Parameters:
  ///   - timeConstant: of the decay, in ms.
  ///   - reversal: E, in mV.
  public static func expCond(timeConstant: Double, reversal: Double) -> PostsynapticModel {
    PostsynapticModel("ExpCond", builtIn: "ExpCond") {
      Parameter("tau", timeConstant, unit: "ms")
      Parameter("E", reversal, unit: "mV")
      DerivedParameter("expDecay") { "exp(-dt / tau)" }
      VariableReference("V")
      Simulation {
        "injectCurrent(inSyn * (E - V));"
        "inSyn *= expDecay;"
      }
    }
  }

  /// A current that decays exponentially, scaled so that a step's mean is exact.
  ///
  /// Source: GeNN 5.4.0, `PostsynapticModels::ExpCurr`.
  ///
  /// - Parameter timeConstant: of the decay, in ms.
  public static func expCurr(timeConstant: Double) -> PostsynapticModel {
    PostsynapticModel("ExpCurr", builtIn: "ExpCurr") {
      Parameter("tau", timeConstant, unit: "ms")
      DerivedParameter("expDecay") { "exp(-dt / tau)" }
      DerivedParameter("init") { "(tau * (1.0 - exp(-dt / tau))) * (1.0 / dt)" }
      Simulation {
        "injectCurrent(init * inSyn);"
        "inSyn *= expDecay;"
      }
    }
  }

  /// A current that lasts for one step.
  ///
  /// Source: GeNN 5.4.0, `PostsynapticModels::DeltaCurr`.
  public static func deltaCurr() -> PostsynapticModel {
    PostsynapticModel("DeltaCurr", builtIn: "DeltaCurr") {
      Simulation {
        "injectCurrent(inSyn);"
        "inSyn = 0.0;"
      }
    }
  }
}
