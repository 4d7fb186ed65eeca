import os
import sys

import tinysim

assert os.path.samefile(os.environ["TINYSIM_HOME"], sys.prefix), os.environ["TINYSIM_HOME"]
v, expected = 0.0, 0
for _ in range(1000):
    v += (1.5 - v) / 20
    if v > 1:
        v, expected = 0.0, expected + 1
found = tinysim.simulate("model")
assert found == expected, f"{found} spikes, {expected} expected"
print(f"ok: {found} spikes")
