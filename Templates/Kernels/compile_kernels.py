"""Has the installed PyGeNN generate and compile the CUDA kernels of networks, and runs none of them.

    python compile_kernels.py FOLDER PROGRAM [DATA] ...

PROGRAM is one that gennforge writes: a package's test_kernels.py, or a network's own program with its
DATA or "-". What is compiled stays in FOLDER/NETWORK. An imagined device must have been preloaded, which
GENNFORGE_DEVICE names the processor of; block sizes are GeNN's defaults, since there is no device to
measure them on.
"""
import argparse
import functools
import importlib.util
import pathlib
import sys
import traceback

import pygenn
import pygenn.cuda_backend as cuda


def main():
    folder = pathlib.Path(sys.argv[1])
    pygenn.GeNNModel = functools.partial(
        pygenn.GeNNModel, block_size_select_method=cuda.BlockSizeSelect.MANUAL,
        device_select_method=cuda.DeviceSelect.MANUAL)
    failures = 0
    for program, data in zip(sys.argv[2::2], sys.argv[3::2]):
        for name, build in networks(load(program), data):
            target = folder / name
            target.mkdir(parents=True)
            try:
                build(str(target))
            except Exception:
                traceback.print_exc()
                print(f"FAILED: {name}", flush=True)
                failures += 1
            else:
                print(f"compiled: {name}", flush=True)
    return 1 if failures else 0


def load(program):
    path = pathlib.Path(program)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def networks(module, data):
    """Each network's name, and what builds it in a folder."""
    if hasattr(module, "NETWORKS"):
        for network in module.NETWORKS:
            uses_library = module.variants(network)[0]

            def build(folder, network=network, uses_library=uses_library):
                with module.exact_arithmetic(network, "cuda"):
                    module.build(network, "cuda", uses_library, folder)

            yield f"{network['name']}_{network['precision']}", build
    else:
        arrays = [] if data == "-" else module.read(data)
        options = argparse.Namespace(backend="cuda", optimize=False)
        name = f"{module.NETWORK['name']}_{module.NETWORK['precision']}"
        yield name, lambda folder: module.build(arrays, options, folder)


if __name__ == "__main__":
    sys.exit(main())
