/* Part of dragoman; see LICENSE.
 *
 * The C interface, used from C11: built with -std=c11 -Wall -Wextra -Werror and linked with the
 * shared library, as a user's program is.  Prints what failed. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dragoman/c.h>

static int failures = 0;

static void expect(int condition, const char* what, int line) {
  if (condition) return;
  fprintf(stderr, "c_test.c:%d: %s\n", line, what);
  ++failures;
}
#define EXPECT(condition) expect((condition) != 0, #condition, __LINE__)

/* The call has failed with a message that holds `part`. */
static void expect_error(const void* result, char** error, const char* part, int line) {
  if (result != NULL || *error == NULL || strstr(*error, part) == NULL) {
    fprintf(stderr, "c_test.c:%d: expected an error with \"%s\", got %s\n", line, part,
            *error ? *error : "none");
    ++failures;
  }
  dragoman_string_free(*error);
  *error = NULL;
}
#define EXPECT_ERROR(call, part) expect_error((call), &error, (part), __LINE__)

static const char kText[] =
    "North Korea has shipped artillery shells to Russia, U.S. officials said on Monday.";

static void articles_become_json(const dragoman_pipeline* nlp) {
  char* error = NULL;
  dragoman_document* doc = dragoman_analyze(nlp, kText, strlen(kText),
                                            "{\"date\": \"2023-09-05\", \"id\": \"a\"}", &error);
  EXPECT(doc != NULL && error == NULL);
  char* json = dragoman_document_json(doc, "codepoint", &error);
  EXPECT(json != NULL);
  EXPECT(strstr(json, "\"supplier\":\"PRK\"") != NULL);
  EXPECT(strstr(json, "\"offsets\":\"codepoint\"") != NULL);
  dragoman_string_free(json);
  EXPECT_ERROR(dragoman_document_json(doc, "words", &error), "expected byte, codepoint or utf16");
  EXPECT_ERROR(dragoman_document_json(doc, NULL, &error), "offsets is NULL");
  EXPECT_ERROR(dragoman_document_json(NULL, "byte", &error), "document is NULL");
  dragoman_document_free(doc);

  doc = dragoman_analyze(nlp, NULL, 0, NULL, NULL);
  EXPECT(doc != NULL);
  dragoman_document_free(doc);
  doc = dragoman_analyze(nlp, "Iran\0\xFF.", 7, NULL, &error);
  EXPECT(doc != NULL);
  json = dragoman_document_json(doc, "byte", &error);
  EXPECT(strstr(json, "\"replaced_bytes\":1") != NULL);
  dragoman_string_free(json);
  dragoman_document_free(doc);
}

static void wrong_arguments_are_told(const dragoman_pipeline* nlp) {
  char* error = NULL;
  EXPECT_ERROR(dragoman_load("{\"data\": \"/nowhere\"}", &error), "/nowhere");
  EXPECT_ERROR(dragoman_load("{\"dat\": 1}", &error), "no key \"dat\"");
  EXPECT_ERROR(dragoman_load("{\"tables\": 1}", &error),
               "\"tables\" is 1: expected a list of paths");
  EXPECT_ERROR(dragoman_load("[1]", &error), "expected a JSON object");
  EXPECT_ERROR(dragoman_load("{", &error), "not JSON at byte");
  EXPECT_ERROR(dragoman_analyze(NULL, "x", 1, NULL, &error), "pipeline is NULL");
  EXPECT_ERROR(dragoman_analyze(nlp, NULL, 1, NULL, &error), "text is NULL");
  EXPECT_ERROR(dragoman_analyze(nlp, "x", 1, "{\"date\": \"Monday\"}", &error),
               "\"Monday\" is not a date");
  EXPECT_ERROR(dragoman_analyze(nlp, "x", 1, "{\"date\": \"\xFF\"}", &error), "not JSON");
  EXPECT(dragoman_load("{", NULL) == NULL); /* who does not ask is not told */
}

static void graphs_answer(const dragoman_pipeline* nlp) {
  char* error = NULL;
  dragoman_graph* graph = dragoman_graph_new(&error);
  dragoman_document* doc = dragoman_analyze(nlp, kText, strlen(kText), "{\"id\": \"a\"}", &error);
  EXPECT(dragoman_graph_add(graph, doc, &error) == 1);
  const char* query =
      "MATCH (a)-[r:arms_transfer]->(b) WHERE a.id = $who RETURN a.name AS a, b.name AS b";
  char* rows = dragoman_graph_query(graph, query, "{\"who\": \"PRK\"}", &error);
  EXPECT(rows != NULL && strstr(rows, "North Korea") != NULL && strstr(rows, "Russia") != NULL);
  dragoman_string_free(rows);
  EXPECT_ERROR(dragoman_graph_query(graph, "MATCH", NULL, &error), "1:6");
  EXPECT_ERROR(dragoman_graph_query(graph, query, "{\"who\": {}}", &error), "parameter $who");

  char* bytes = dragoman_graph_write(graph, "json", &error);
  dragoman_graph* again = dragoman_graph_read(bytes, strlen(bytes), "json", &error);
  EXPECT(again != NULL);
  char* same = dragoman_graph_write(again, "json", &error);
  EXPECT(strcmp(bytes, same) == 0);
  EXPECT(dragoman_graph_merge(again, graph, &error) == 1);
  EXPECT(dragoman_graph_merge(again, again, &error) == 1);
  EXPECT(dragoman_graph_remove(again, "a", &error) == 1);
  EXPECT(dragoman_graph_remove(again, "a", &error) == 1);
  rows = dragoman_graph_query(again, "MATCH (a) RETURN a.id", NULL, &error);
  EXPECT(rows != NULL && strstr(rows, "PRK") == NULL);
  dragoman_string_free(rows);
  EXPECT_ERROR(dragoman_graph_read("{", 1, "json", &error), "graph");
  EXPECT_ERROR(dragoman_graph_write(graph, "xls", &error), "no graph format \"xls\"");

  dragoman_document* nameless = dragoman_analyze(nlp, kText, strlen(kText), NULL, &error);
  EXPECT(dragoman_graph_add(graph, nameless, &error) == 0 && error != NULL);
  dragoman_string_free(error);
  dragoman_string_free(same);
  dragoman_string_free(bytes);
  dragoman_document_free(nameless);
  dragoman_document_free(doc);
  dragoman_graph_free(again);
  dragoman_graph_free(graph);
}

int main(void) {
  char* error = NULL;
  dragoman_pipeline* nlp = dragoman_load(NULL, &error);
  if (nlp == NULL) {
    fprintf(stderr, "dragoman_load: %s\n", error);
    return 1;
  }
  EXPECT(strlen(dragoman_version()) > 0);
  articles_become_json(nlp);
  wrong_arguments_are_told(nlp);
  graphs_answer(nlp);
  dragoman_pipeline_free(nlp);
  dragoman_pipeline_free(NULL);
  dragoman_document_free(NULL);
  dragoman_graph_free(NULL);
  dragoman_string_free(NULL);
  if (failures == 0) puts("the C interface does as dragoman/c.h says");
  return failures == 0 ? 0 : 1;
}
