import SpikingModels
import Testing

@Suite struct NetworkTests {
  @Test func aDescriptionReadsLikeTheNetwork() {
    let network = Network("two", dt: .milliseconds(0.1), precision: .double, seed: 7) {
      Population("a", count: 3, model: .lif()) {
        DirectCurrent(1.5)
        DirectCurrent(each: [1, 2, 3], named: "each")
      }
      for index in 0..<2 {
        Population("b\(index)", count: 1, model: .izhikevich(a: 0.02, b: 0.2, c: -65, d: 8))
      }
    }
    #expect(network.dt.inMilliseconds == 0.1)
    #expect(network.populations.map(\.name) == ["a", "b0", "b1"])
    #expect(network.populations[0].currentSources.map(\.name) == ["current", "each"])
    #expect(network.populations[0].currentSources[0].model.parameters.map(\.value) == [1.5])
    #expect(
      network.populations[0].currentSources[1].model.variables.map(\.initial) == [
        .values([1, 2, 3])
      ])
    #expect(network.populations[1].currentSources.isEmpty)
  }

  @Test func placesAreThoseOfTheDescription() {
    let here = #line + 1
    let network = Network("n", dt: .milliseconds(1)) {
      Population("p", count: 1, model: .lif()) {
        DirectCurrent(1)
      }
    }
    #expect(network.place.line == here)
    #expect(network.populations[0].place.line == here + 1)
    #expect(network.populations[0].currentSources[0].place.line == here + 2)
    #expect(network.place.file == #fileID)
  }

  @Test func placesDoNotDecideEquality() {
    func network(_ count: Int) -> Network {
      Network("n", dt: .milliseconds(1)) { Population("p", count: count, model: .lif()) }
    }
    let other = Network("n", dt: .milliseconds(1)) {
      Population("p", count: 1, model: .lif())
    }
    #expect(network(1) == other)
    #expect(network(1).hashValue == other.hashValue)
    #expect(network(2) != other)
  }

  @Test func microsecondsAreThousandths() {
    #expect(Time.microseconds(100) == .milliseconds(0.1))
  }

  @Test func galleryNamesAreUniqueAndTheirSourcesAreGiven() {
    for precision in Precision.allCases {
      let all = Gallery.all(precision)
      #expect(Set(all.map(\.network.name)).count == all.count)
      for experiment in all {
        #expect(experiment.network.precision == precision)
        #expect(experiment.steps > 0)
        #expect(!experiment.source.isEmpty && !experiment.shows.isEmpty)
      }
    }
  }
}
