"""NEST's own Izhikevich neurons: python nest_judge.py izhikevich STEPS C,D..."""
import sys

import nest


def izhikevich(steps, *cells):
    nest.set_verbosity("M_ERROR")
    nest.resolution = 1.0
    recorders = []
    for cell in cells:
        c, d = map(float, cell.split(","))
        neurons = nest.Create("izhikevich", 4, params={
            "a": 0.02, "b": 0.2, "c": c, "d": d, "I_e": 10.0, "V_m": -65.0, "U_m": -20.0,
            "V_th": 30.0, "consistent_integration": False})
        recorder = nest.Create("spike_recorder")
        nest.Connect(neurons, recorder)
        recorders.append((recorder, min(neurons.tolist())))
    nest.Simulate(float(steps))
    for population, (recorder, first) in enumerate(recorders):
        events = recorder.get("events")
        for time, sender in zip(events["times"], events["senders"]):
            # A spike in the step that ends at this time.
            print(f"spike {round(time) - 1} {population} {sender - first}")


if __name__ == "__main__":
    model, *arguments = sys.argv[1:]
    {"izhikevich": izhikevich}[model](*arguments)
