// Part of dragoman; see LICENSE.
//
// Frames from their files, and the names of slots.

#include "relation/frame.h"

#include <algorithm>
#include <array>

#include "base/file.h"
#include "relation/frame_reader.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, kFirstPrep> kSlotNames = {
    "subj", "obj", "iobj", "poss", "mod", "light", "copula", "adjunct", "appos", "xobj", "inside",
    "comp", "csubj", "cmodal", "said", "mood", "answerer", "called", "post", "bringer"};

}  // namespace

std::string slot_name(std::uint8_t slot) {
  if (slot < kSlotNames.size()) return std::string(kSlotNames[slot]);
  return slot >= kFirstPrep && slot < kSlotCount ? std::string(preposition_name(Prep(slot - kFirstPrep))) : "";
}

std::vector<std::string> slot_names() {
  std::vector<std::string> names(kSlotNames.begin(), kSlotNames.end());
  for (std::size_t p = 1; p < std::size_t(Prep::kOther); ++p) {
    names.emplace_back(preposition_name(Prep(p)));
  }
  return names;
}

std::optional<std::uint8_t> slot_id(std::string_view name) {
  const auto at = std::find(kSlotNames.begin(), kSlotNames.end(), name);
  if (at != kSlotNames.end()) return std::uint8_t(at - kSlotNames.begin());
  for (std::size_t p = 1; p < std::size_t(Prep::kOther); ++p) {
    if (preposition_name(Prep(p)) == name) return std::uint8_t(kFirstPrep + p);
  }
  return std::nullopt;
}

Result<Frames> Frames::parse(Lexicon lexicon, const File& lists, const std::vector<File>& files,
                             const Schema& schema, OriginId first_origin, std::size_t first_overlay) {
  Frames frames(std::move(lexicon));
  FrameReader reader(frames, schema);
  if (Status s = reader.read_lists(lists); !s.ok()) return s.error();
  for (std::size_t i = first_overlay; i < files.size(); ++i) {
    if (Status s = reader.note_replaced(files[i]); !s.ok()) return s.error();
  }
  for (const File& file : files) {
    if (Status s = reader.read(file); !s.ok()) return s.error();
  }
  if (Status s = reader.all_replaced(); !s.ok()) return s.error();
  reader.finish();
  frames.set_first_origin(first_origin);
  return frames;
}

Result<Frames> Frames::load(const std::filesystem::path& data, const Schema& schema,
                            OriginId first_origin) {
  Result<Lexicon> lexicon = Lexicon::load(data / "syntax");
  if (!lexicon.ok()) return lexicon.error();
  Result<std::vector<File>> files = read_files(data / "frames", ".yaml", "data/frames");
  if (!files.ok()) return files.error();
  File lists;
  const auto at = std::find_if(files->begin(), files->end(),
                               [](const File& file) { return file.name == "data/frames/lists.yaml"; });
  if (at != files->end()) {
    lists = std::move(*at);
    files->erase(at);
  }
  return parse(*std::move(lexicon), lists, *files, schema, first_origin);
}

void Frames::set_first_origin(OriginId first) {
  first_origin_ = first;
  for (std::size_t i = 0; i < frames_.size(); ++i) frames_[i].origin = first + OriginId(i);
}

Origin Frames::origin(OriginId id) const {
  const Frame& frame = frames_[id - first_origin_];
  return {frame.file, frame.line, frame.name};
}

}  // namespace dragoman
