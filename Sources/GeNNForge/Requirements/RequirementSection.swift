/// The lists of requirements as types, so that a line that makes no sense in one doesn't compile there.
public protocol RequirementSection: Hashable, Sendable {}

/// Tools that run on the building machine.
public enum BuildSection: RequirementSection {}
/// What the package is compiled and linked against.
public enum HostSection: RequirementSection {}
/// What must be there when the package is used.
public enum RunSection: RequirementSection {}
/// Limits on packages that need not be there.
public enum ConstraintSection: RequirementSection {}
/// What packages built with this one must have at run time.
public enum ExportSection: RequirementSection {}
