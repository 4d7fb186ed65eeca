import Diagnostics
import KernelCompiler
import SpikingModels
import Testing

@testable import Verifier

/// A number that stops being finite ends the C++ program, too, and it says of the same neuron or
/// synapse at the same time what the reference says.
@Suite struct OverflowTests {
  private func findings(
    _ network: Network, threads: Int
  ) async throws -> (reference: Diagnostic?, cxx: Diagnostic?) {
    let layout = try #require(KernelRunner.layout(network).layout)
    let area = try WorkArea.make()
    defer { area.remove() }
    var runner = KernelRunner()
    runner.cxx.threads = threads
    runner.cxx.extraOptions = ["-O1"]
    func finding(_ engine: KernelEngine) async -> Diagnostic? {
      do throws(Diagnostic) {
        _ = try await runner.run(layout, steps: 200, by: engine, in: area)
        return nil
      } catch {
        return error
      }
    }
    return (await finding(.reference), await finding(.cxx))
  }

  @Test(arguments: Precision.allCases, [1, 3])
  func aVoltage(_ precision: Precision, _ threads: Int) async throws {
    let network = SynapseFeatures.overflow(precision, atSynapse: false)
    let (expected, found) = try await findings(network, threads: threads)
    #expect(expected?.id == "not-finite" && found == expected, "\(String(describing: found))")
    #expect(found?.message.contains("'V' became inf in neuron 71 of 'a'") == true)
  }

  @Test(arguments: [1, 3]) func aWeight(_ threads: Int) async throws {
    let network = SynapseFeatures.overflow(.float, atSynapse: true)
    let (expected, found) = try await findings(network, threads: threads)
    #expect(expected?.id == "not-finite" && found == expected, "\(String(describing: found))")
    #expect(found?.message.contains("to 60 of 'p'") == true)
  }
}
