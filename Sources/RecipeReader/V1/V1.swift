/// Recipes in the v1 format (`recipe.yaml`): read once, rendered for as many variants as one likes.
///
/// What comes out equals what the rattler-build engine makes of the same recipe and the same variant
/// configuration: the rendered tree, the variables that it used, the hash and the build string.
package enum V1 {}
