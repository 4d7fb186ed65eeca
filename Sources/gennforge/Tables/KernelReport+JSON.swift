import Diagnostics
import Verifier

extension KernelReport {
  var json: JSONText {
    [
      "right": .bool(isRight), "kernels": .array(verdicts.map(\.json)),
      "findings": .array(findings.map(\.json)), "kept_files": .optional(keptFiles),
    ]
  }
}

extension KernelVerdict {
  fileprivate var json: JSONText {
    [
      "network": .string(network), "precision": .string(precision), "compiler": .string(compiler),
      "neurons": .integer(neurons), "steps": .integer(steps), "spikes": .integer(spikes),
      "outcome": .string(outcome.rawValue),
      "first_difference": .optional(firstDifference?.inWords),
      "seconds": [
        "reference": .number(seconds.reference), "generate": .number(seconds.generate),
        "compile": .number(seconds.compile), "run": .number(seconds.run),
      ],
    ]
  }
}
