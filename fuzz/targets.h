// Part of dragoman; see LICENSE.
//
// Fuzz targets: each takes any bytes, uses one door of the library by which foreign bytes come in, and
// ends the program if a promise of its header is broken.
//
// libfuzzer_main.cc makes a libFuzzer program of one of them, replay_test.cc runs all on the
// inputs that are kept.

#ifndef DRAGOMAN_FUZZ_TARGETS_H_
#define DRAGOMAN_FUZZ_TARGETS_H_

#include <string_view>

#include "dragoman/result.h"

namespace dragoman::fuzz {

void text(std::string_view input);        // bytes that should be UTF-8, or of an encoding that the first byte chooses
void tokens(std::string_view input);      // against ICU's iterator over the whole text
void gazetteer(std::string_view input);   // lines: names, until one begins with '='; then a text: against the naive matcher
void tables(std::string_view input);      // a name table (TSV or JSON Lines), alone and over another
void rules(std::string_view input);       // YAML of rules or word lists, alone and over others
void frames(std::string_view input);      // YAML of frames, word lists, classes or the schema
void bundle(std::string_view input);      // a bundle, its checksums set right first
void query(std::string_view input);       // a query, asked of a small graph
void graph_file(std::string_view input);  // JSON, JSON Lines and GraphML: what is read writes itself again
void store(std::string_view input);       // an SQLite file, or else changes to the cells of a good store
void json(std::string_view input);        // a line of JSON Lines
void html(std::string_view input);        // a page
void packed(std::string_view input);      // a file, perhaps .gz or .zst, read as articles
void pipeline(std::string_view input);    // an article, by all that is shipped

// Ends the program with the promise that was broken, and `about`, unless it held.
void check(bool held, std::string_view promise, std::string_view about = {});
// An error says something, on one line of valid UTF-8 without a full stop at its end.
void check_error(const Error& error);

}  // namespace dragoman::fuzz

#endif  // DRAGOMAN_FUZZ_TARGETS_H_
