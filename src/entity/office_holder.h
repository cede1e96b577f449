// Part of dragoman; see LICENSE.
//
// Who is meant by an office alone: "the Russian defence minister", "the president of Ghana",
// "the NATO secretary general", "its prime minister".
//
//   OfficeHolders offices(gazetteer, titles, table, document);
//   offices.holder(mention, history);   // the record of the holder at the document's date
//
// An answer needs a date, a state or body, and one holder only: where two held the post on
// that day (months are often all that a source gives), where the term's end is not known and
// the source is old, or where the words say "former", "next" or "deputy", there is none.

#ifndef DRAGOMAN_ENTITY_OFFICE_HOLDER_H_
#define DRAGOMAN_ENTITY_OFFICE_HOLDER_H_

#include <optional>
#include <string>

#include "dragoman/document.h"
#include "entity/history.h"
#include "mention/offices.h"
#include "mention/titles.h"

namespace dragoman {

class OfficeHolders {
 public:
  OfficeHolders(const Gazetteer& gazetteer, const Titles& titles, const Offices& offices,
                const Document& document);

  // What a nominal PERSON mention says of its office.
  struct Description {
    const TitleInfo* title = nullptr;   // nullptr: no title of an office
    Index title_first = 0, title_last = 0;
    Index state = kNone;                // record
    Index body = kNone;                 // record of an organisation
    bool other_time = false;            // former, next; or one of several: a, deputy
  };
  Description read(Index mention, const History& history) const;

  // The record of the only person who holds that office on the document's day; else kNone.
  Index holder(const Description& description) const;

  // The title of an office that ends right before a token: "President [Bush]".
  struct Title {
    const TitleInfo* info = nullptr;   // nullptr: none
    Index first = 0, last = 0;         // tokens
  };
  Title title_before(Index token) const;

  // The same beside a name in commas, too: "Peru's president, [Carrasco],", "[Carrasco], Peru's
  // president,".
  Title title_beside(const Mention& name) const;

  // Does a person lead a state, a government or a party: by the title in front of this mention,
  // or by a term of the tables?  record: of the person, or kNone.
  bool leads(const Mention& person, Index record) const;

  // Did a person of the tables hold an office of that class before the document's day?
  bool held(Index record, RoleClass role_class) const;

  // Did a person of the tables ever hold an office with that word in its name: "chancellor"?
  bool was_called(Index record, std::uint64_t word) const;

 private:
  // fold_hash() of each name of a body; none for kNone.
  std::vector<std::uint64_t> names_of(Index body) const;
  Index only_one(const std::vector<const Office*>& terms, std::string_view title) const;

  const Gazetteer& gazetteer_;
  const Titles& titles_;
  const Offices& offices_;
  const Document& document_;
  std::optional<std::int32_t> day_;
};

}  // namespace dragoman

#endif  // DRAGOMAN_ENTITY_OFFICE_HOLDER_H_
