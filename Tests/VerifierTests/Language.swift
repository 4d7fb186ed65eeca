import SpikingModels

/// Networks that say as much as the language allows.
enum Language {
  /// Loops, conditions, integers, every kind of operator, functions and two precisions at once.
  static func everyFeature(_ precision: Precision) -> Experiment {
    let model = NeuronModel("Everything", autoRefractory: true) {
      Parameter("klass", 1.25)
      Parameter("rate", 0.3)
      DerivedParameter("decay") { "exp(-dt * rate)" }
      Variable("x", [0.5, -0.25, 3])
      Variable("fresh", 1)
      Variable("count", 3, type: "int")
      Variable("bits", 250, type: "uint8_t")
      Variable("big", 4_611_686_018_427_387_904, type: "uint64_t")
      Variable("small", -9_223_372_036_854_775_808, type: "long long")
      Variable("flag", 0, type: "bool")
      Variable("wide", 0.1, type: "double")
      Variable("narrow", 0.1, type: "float")
      Variable("scale", [1, 2, 4], access: .readOnly)
      Simulation {
        """
        const scalar before = x; // a comment
        scalar sum = 0.0, product = 1.0;
        for (int i = 0; i < 5; i++) {
          if (i == 3) continue;
          sum += i * decay + id;
          product *= 1.0 + (scalar)i / num_neurons;
        }
        int k = 0;
        while (k < 4 && !(k > 2)) ++k;
        do { k--; if (k == 1) break; } while (k > 0);
        x = x > 2.0 || x != x ? x * decay : x + rate * sum - klass * (k % 2);
        x += exp(-fabs(before)) + pow(fabs(x), 1.5) * 1e-3 + log1p(0.5) + sin(t) * cos(t);
        x -= tanh(x) / (1.0 + sqrt(fabs(x))) + fmin(x, before) * 25.e-2 + fmax(-x, 0.125f);
        fresh = atan2(fresh, x) + cbrt(fresh) + fmod(x, 2.0) + ldexp(fresh, -2) + expm1(0.01) + erf(x);
        count = (count << 1) % 1000 - ~count + (count & 7 | 3 ^ k) + (x < fresh) + (int)x;
        count = min(max(count, -500), 500) + abs(count) % 7 + ilogb(fabs(x) + 1.0);
        bits += count + 7; bits *= 3u; big = big * 3 + count; small += 1; flag = count; flag = !flag;
        wide += 0.1d * narrow + wide * product;
        narrow = wide * 1e-3;
        if (wide > 1e6) { wide = 1.0; } else if (flag) wide -= 1.0; else ;
        { scalar x = 2.0; fresh -= x * 1e-2; }
        x = x > 1e3 ? 1.0 : x; fresh = fresh == fresh ? fresh : -fresh; x = x;
        """
      }
      Threshold { "x + fresh * scale >= 2.5" }
      Reset { "x = -0.5 * x; fresh = k = 2;" }
    }
    let noise = CurrentSourceModel(
      "Walk", injection: Snippet { "phase += 0.37; injectCurrent(sin(phase) * gain);" }
    ) {
      Parameter("gain", 0.7)
      Variable("phase", [0.1, 0.2, 0.3])
    }
    return Experiment(
      Network("everything", dt: .milliseconds(0.1), precision: precision) {
        Population("first", count: 3, model: model) {
          CurrentSource("walk", model: noise)
          DirectCurrent(0.1)
        }
        Population("second", count: 2, model: .lif(offsetCurrent: 1)) {
          DirectCurrent(each: [0, 1])
        }
      }, steps: 200, shows: "that every statement means the same everywhere", source: "none")
  }
}
