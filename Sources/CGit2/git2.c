#include <git2.h>

#ifdef __linux__

// Loading libgit2 with the libraries that it needs takes longer than most commands run. So it is
// loaded when it is first called: each function below looks up the one of its name, once.

#include <dlfcn.h>
#include <stddef.h>

static void *library(void) {
  static void *handle;
  if (!handle) handle = dlopen("libgit2.so." LIBGIT2_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  return handle;
}

static void *function(const char *name) {
  void *handle = library();
  return handle ? dlsym(handle, name) : NULL;
}

// `FORWARD(result, name, parameters, arguments, answer without libgit2)`
#define FORWARD(type, name, parameters, arguments, otherwise)     \
  type name parameters {                                          \
    static type (*known) parameters;                              \
    if (!known) known = (type(*) parameters)function(#name);      \
    if (!known) return otherwise;                                 \
    return known arguments;                                       \
  }

FORWARD(int, git_libgit2_init, (void), (), GIT_ERROR)
FORWARD(const git_error *, git_error_last, (void), (), NULL)
FORWARD(int, git_repository_open, (git_repository * *out, const char *path), (out, path), GIT_ERROR)
FORWARD(int, git_diff_options_init, (git_diff_options * options, unsigned version),
        (options, version), GIT_ERROR)
FORWARD(int, git_patch_from_buffers,
        (git_patch * *out, const void *old, size_t old_length, const char *old_path,
         const void *new, size_t new_length, const char *new_path, const git_diff_options *options),
        (out, old, old_length, old_path, new, new_length, new_path, options), GIT_ERROR)
FORWARD(int, git_patch_to_buf, (git_buf * out, git_patch *patch), (out, patch), GIT_ERROR)
FORWARD(int, git_patch_line_stats,
        (size_t * context, size_t *additions, size_t *deletions, const git_patch *patch),
        (context, additions, deletions, patch), GIT_ERROR)
FORWARD(void, git_patch_free, (git_patch * patch), (patch), )
FORWARD(void, git_buf_dispose, (git_buf * buffer), (buffer), )

#endif
