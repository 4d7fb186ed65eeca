// libyaml's own header; nothing is added to it.
#include <yaml.h>
