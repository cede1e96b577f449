// Part of dragoman; see LICENSE.
//
// One text in, its relations out.  A test compiles and runs this; the README shows it.

#include <iostream>

#include <dragoman/pipeline.h>

int main() {
  const auto pipeline = dragoman::Pipeline::load();  // once; any number of threads may share it
  if (!pipeline.ok()) {
    std::cerr << pipeline.error().message() << "\n";
    return 1;
  }
  dragoman::DocumentInfo info;
  info.date = dragoman::Date{2023, 9, 5};  // what "on Monday" and "the president" refer to
  const auto document = pipeline->analyze(
      "North Korea has shipped artillery shells to Russia, U.S. officials said on Monday.", info);
  if (!document.ok()) {
    std::cerr << document.error().message() << "\n";
    return 1;
  }

  const dragoman::Schema& schema = document->knowledge->schema();
  for (const dragoman::Relation& relation : document->relations) {
    const dragoman::RelationType& type = schema.type(relation.type);
    std::cout << type.name << " (" << to_string(relation.status) << ")\n";
    for (const dragoman::Argument& argument : relation.arguments) {
      std::cout << "  " << type.roles[argument.role].name << ": "
                << document->slice(document->mentions[argument.mention]);
      if (argument.entity != dragoman::kNone) {
        std::cout << " = " << document->entities[argument.entity].id;
      }
      std::cout << "\n";
    }
    if (relation.said_by && relation.said_by->mention != dragoman::kNone) {
      std::cout << "  said by: " << document->slice(document->mentions[relation.said_by->mention])
                << "\n";
    }
    std::cout << "  evidence: " << document->slice(relation.evidence) << "\n";
  }
}
