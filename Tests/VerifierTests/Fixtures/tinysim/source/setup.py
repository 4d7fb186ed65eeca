import subprocess

import pkgconfig
from pybind11.setup_helpers import Pybind11Extension
from setuptools import setup

pkgconfig.parse("libffi")
subprocess.check_call(["make"])
setup(
    name="tinysim",
    version="1.2.0",
    packages=["tinysim"],
    package_data={"tinysim": ["libtinysim.so"]},
    install_requires=["psutil"],
    ext_modules=[
        Pybind11Extension(
            "tinysim._tinysim", ["src/module.cc"], include_dirs=["src"], libraries=["tinysim"],
            library_dirs=["tinysim"], runtime_library_dirs=["$ORIGIN"], cxx_std=17)
    ],
)
