// Part of dragoman; see LICENSE.
//
// What a user's first program does: load, ask, and see that an error is a value.
// It sets no C++ standard and no include path: dragoman's package has to bring them.

#include <cstdio>
#include <filesystem>

#include <dragoman/relation.h>
#include <dragoman/version.h>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path data = argv[1];
  const auto schema = dragoman::Schema::load(data / "schema" / "relations.yaml");
  if (!schema.ok()) {
    std::fprintf(stderr, "%s\n", schema.error().message().c_str());
    return 1;
  }
  const auto missing = dragoman::Schema::load(data / "none.yaml");
  if (missing.ok() || missing.error().code() != dragoman::ErrorCode::kNotFound) return 1;
  const auto arms = schema->find("arms_transfer");
  std::printf("dragoman %s: %s\n", DRAGOMAN_VERSION,
              arms ? schema->type(*arms).roles.front().name.c_str() : "no such type");
  return 0;
}
