"""Writes feedstocks and a pinning of our own to measure re-rendering with."""
import pathlib

PINNING_KEYS = 600
PYTHONS = ["3.10.* *_cpython", "3.11.* *_cpython", "3.12.* *_cpython", "3.13.* *_cp313"]


def values(key, *texts):
    return f"{key}:\n" + "".join(f"  - {text}\n" for text in texts)


def pinning():
    """As large as a distribution's, with selectors, zip keys and far over 10^9 raw combinations."""
    parts = [
        values("c_compiler", "gcc  # [linux]", "clang  # [osx]", "vs2022  # [win]"),
        values("cxx_compiler", "gxx  # [linux]", "clangxx  # [osx]", "vs2022  # [win]"),
        values("cuda_compiler", "cuda-nvcc"),
        values("c_compiler_version", "14  # [linux]", "14  # [linux]", "19  # [osx]"),
        values("cxx_compiler_version", "14  # [linux]", "14  # [linux]", "19  # [osx]"),
        values("cuda_compiler_version", "None", "12.9  # [linux]"),
        values("c_stdlib", "sysroot  # [linux]", "macosx_deployment_target  # [osx]",
               "vs  # [win]"),
        values("c_stdlib_version", "2.17  # [linux]", "2.17  # [linux]", "11.0  # [osx]"),
        values("docker_image", "image/linux-x86_64:9  # [linux]", "image/linux-x86_64:9  # [linux]"),
        values("python", *PYTHONS), values("is_python_min", "true", "false", "false", "false"),
        values("channel_sources", "conda-forge"), values("channel_targets", "conda-forge main"),
        values("mpi", "nompi", "mpich", "openmpi"), values("blas_impl", "openblas", "mkl"),
        "zip_keys:\n  -\n    - c_compiler_version  # [linux]\n    - cxx_compiler_version  # [linux]\n"
        "    - c_stdlib_version  # [linux]\n    - cuda_compiler_version  # [linux]\n"
        "    - docker_image  # [linux]\n  -\n    - python\n    - is_python_min\n",
    ]
    for key in range(PINNING_KEYS):
        parts.append(values(f"library_{key}", *(["1", "2"] if key % 10 == 9 else [str(key)])))
    return "".join(parts)


def requirements(indent, *, host, cuda=False, mpi=False):
    lines = ["requirements:", "  build:", "    - {{ compiler('c') }}", "    - {{ compiler('cxx') }}",
             "    - {{ stdlib('c') }}", "    - cmake", "    - ninja"]
    if cuda:
        lines.append("    - {{ compiler('cuda') }}  # [cuda_compiler_version != 'None']")
    lines += ["  host:"] + [f"    - {name}" for name in host]
    if mpi:
        lines.append("    - {{ mpi }}  # [mpi != 'nompi']")
    lines += ["  run:", "    - python"] if "python" in host else []
    return "".join(" " * indent + line + "\n" for line in lines)


HEAD = """{% set name = "NAME" %}
{% set version = "1.2.3" %}

package:
  name: {{ name }}
  version: {{ version }}

source:
  url: https://example.org/{{ name }}-{{ version }}.tar.gz
  sha256: 0000000000000000000000000000000000000000000000000000000000000000

build:
  number: 0
"""


def usual():
    """One package for each Python, as most feedstocks have it."""
    host = ["python", "pip"] + [f"library_{key}" for key in (1, 2, 3, 5, 8)]
    return HEAD.replace("NAME", "usual") + requirements(0, host=host)


def large():
    """Twenty outputs; what they use makes 192 combinations on Linux, the whole pinning over 10^18."""
    text = HEAD.replace("NAME", "large") + "  skip: true  # [win and mpi != 'nompi']\n\noutputs:\n"
    for index in range(20):
        host = [f"library_{key}" for key in range(index * 10 + 2, index * 10 + 9)]
        host += ["python"] if index % 4 == 3 else []
        host += ["library_9", "library_19"] if index == 7 else []
        host += ["lib{{ blas_impl }}"]
        host += [f"{{{{ pin_subpackage('large-{index - 1}', exact=True) }}}}"] if index % 5 else []
        text += f"  - name: large-{index}\n    build:\n      string: {{{{ blas_impl }}}}_h{{{{ PKG_HASH }}}}\n"
        text += requirements(4, host=host, cuda=True, mpi=True)
    return text


def growing():
    """One package for each value of `grid`, which the recipe's own variants list."""
    host = ["library_1", "library_2", "lib{{ grid }}"]
    return HEAD.replace("NAME", "growing") + requirements(0, host=host)


FORGE = """build_platform:
  linux_aarch64: linux_64
  osx_arm64: osx_64
provider:
  linux_aarch64: azure
  linux_64: azure
  osx_64: azure
  win_64: azure
"""


def write(folder):
    """The feedstocks' folders by name, and the pinning's."""
    folder = pathlib.Path(folder)
    (folder / "pinning").mkdir(parents=True)
    (folder / "pinning/conda_build_config.yaml").write_text(pinning())
    made = {}
    recipes = [("usual", usual(), 0), ("large", large(), 0)]
    recipes += [(f"growing-{count}", growing(), count) for count in (25, 50, 100, 200)]
    for name, text, grid in recipes:
        made[name] = folder / f"{name}-feedstock"
        (made[name] / "recipe").mkdir(parents=True)
        (made[name] / "recipe/meta.yaml").write_text(text)
        (made[name] / "conda-forge.yml").write_text(FORGE)
        if grid:
            own = values("grid", *(str(number) for number in range(grid)))
            (made[name] / "recipe/conda_build_config.yaml").write_text(own)
    return made, folder / "pinning"
