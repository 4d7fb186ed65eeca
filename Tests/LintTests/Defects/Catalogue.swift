import Diagnostics
import GeNNForge
import Testing

// The recipes that PyGeNN has had, and their reviews, show 29 kinds of defect. One recipe each shows
// that it is found; the rest can't be written in these words, or can't be seen in a recipe:
//
//  6  versions compared as texts         VersionKey compares versions, ChoiceKey only for equality
//  8  post-link scripts not packaged     the build script installs them by the output's name
//  8  commands in messages that fail     plain text, which nobody can run
// 11  compilers in run                   Compiler fits into BuildRequirements alone
// 12  setuptools missing in run          said by the source alone; `pip check` finds it, so that a
//                                        test without it is a finding
// 13  a backend silently left out        a test of the backend's file finds it, so that none is a
//                                        finding
// 14  pkg-config not named               what a build calls is in the source alone
// 16  stdlib in host                     StdLib fits into BuildRequirements alone
// 18  unquoted versions (3.10 → 3.1)     values are texts, and the writers quote them
// 20  MIT claimed for LGPL code          the licence is in the source alone; so is vendored code
// 21  `skip: true.`, Jinja around keys   Skip takes a condition; there is no Jinja to write
// 21  CRLF, spacing, no final newline    the writers decide them
// 25  CXX overruled by a makefile        in the source alone
// 26  platforms left out                 the author's choice; one that conda-forge wouldn't build is
//                                        a finding
// 28  run_exports where none are needed  the author's choice
// 29  the deprecated format              both formats are written

/// A package like PyGeNN without a fault.
@RecipeBuilder
func engine() -> [RecipeEntry] {
  facts()
  Variants { toolkits() }
  kernels()
}

@RecipeBuilder
func engineWithoutToolkit() -> [RecipeEntry] {
  facts()
  Variants { toolkits() }
  sampleSource()
  kernelsWithoutToolkit()
}

func expectDefect(
  _ id: String, in recipe: Recipe, at place: Testing.SourceLocation = #_sourceLocation
) {
  let all = findings(in: recipe)
  #expect(all.contains { $0.id == id }, "\(described(all))", sourceLocation: place)
}

struct CatalogueTests {
  @Test func theEngineHasNone() {
    expectNone(in: Recipe("kernels", version: "5.3.0") { engine() })
  }
}
