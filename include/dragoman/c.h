/* Part of dragoman; see LICENSE.
 *
 * dragoman for C, and for every language that can call C: opaque handles, UTF-8 in, JSON out.
 *
 *   char* error = NULL;
 *   dragoman_pipeline* nlp = dragoman_load(NULL, &error);
 *   const char* info = "{\"date\": \"2023-09-05\"}";
 *   dragoman_document* doc = dragoman_analyze(nlp, text, strlen(text), info, &error);
 *   char* json = dragoman_document_json(doc, "codepoint", &error);
 *   puts(json);
 *   dragoman_string_free(json);
 *   dragoman_document_free(doc);
 *   dragoman_pipeline_free(nlp);
 *
 * Errors.  A function that can fail takes `error` last and returns NULL, or 0, when it does; *error
 * is then a line of text to be freed with dragoman_string_free().  error may be NULL.  A success
 * leaves *error as it was.  No exception leaves these functions; memory that runs out is an error
 * like others.
 *
 * Text.  Texts are UTF-8 and end with a NUL, but for those with a size.  A NULL that is not said to
 * be allowed is an error.  What is returned as char* belongs to the caller: dragoman_string_free().
 *
 * Handles.  Each has its function that frees it, which takes NULL.  A document keeps what it needs
 * of its pipeline alive.
 *
 * Threads.  Any number of threads may use one pipeline or document at a time; a graph is used by
 * one, or read by several.
 *
 * Options are JSON objects; NULL stands for {}.  A key that does not exist is an error.
 */

#ifndef DRAGOMAN_C_H_
#define DRAGOMAN_C_H_

#include <stddef.h>

#include "dragoman/api.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dragoman_pipeline dragoman_pipeline;
typedef struct dragoman_document dragoman_document;
typedef struct dragoman_graph dragoman_graph;

/* "0.1.0"; not to be freed. */
DRAGOMAN_EXPORT const char* dragoman_version(void);

DRAGOMAN_EXPORT void dragoman_string_free(char* string);

/* ---- Articles. */

/* Loads what dragoman knows; some milliseconds, once.  options: "data" (a bundle or data folder;
 * default $DRAGOMAN_DATA, else the installed one), "tables", "rules" (lists of the user's files),
 * "models" (use the learned models: true). */
DRAGOMAN_EXPORT dragoman_pipeline* dragoman_load(const char* options, char** error);
DRAGOMAN_EXPORT void dragoman_pipeline_free(dragoman_pipeline* pipeline);

/* Analyses one article of `size` bytes.  Ill-formed bytes are replaced and counted.  info: "id",
 * "date"
 * ("2023-09-05", the day of publication), "outlet", "url".  Linear time. */
DRAGOMAN_EXPORT dragoman_document* dragoman_analyze(const dragoman_pipeline* pipeline,
                                                    const char* text, size_t size, const char* info,
                                                    char** error);
DRAGOMAN_EXPORT void dragoman_document_free(dragoman_document* document);

/* The document as one line of JSON; docs/cli.md lists the fields.  offsets: what they count:
 * "byte", "codepoint" or "utf16". */
DRAGOMAN_EXPORT char* dragoman_document_json(const dragoman_document* document, const char* offsets,
                                             char** error);

/* ---- Graphs. */

DRAGOMAN_EXPORT dragoman_graph* dragoman_graph_new(char** error);
/* Reads what dragoman_graph_write() wrote. */
DRAGOMAN_EXPORT dragoman_graph* dragoman_graph_read(const char* bytes, size_t size,
                                                    const char* format, char** error);
DRAGOMAN_EXPORT void dragoman_graph_free(dragoman_graph* graph);

/* Adds what a document says; one with the same id is replaced.  The document needs an id.  1: done.
 */
DRAGOMAN_EXPORT int dragoman_graph_add(dragoman_graph* graph, const dragoman_document* document,
                                       char** error);
/* 1: removed, or not there. */
DRAGOMAN_EXPORT int dragoman_graph_remove(dragoman_graph* graph, const char* document_id,
                                          char** error);
/* Adds all documents of the other graph. */
DRAGOMAN_EXPORT int dragoman_graph_merge(dragoman_graph* graph, const dragoman_graph* other,
                                         char** error);

/* The rows of an answer as a JSON list of objects by column (docs/query.md).  parameters: what
 * $name stands for in the query. */
DRAGOMAN_EXPORT char* dragoman_graph_query(const dragoman_graph* graph, const char* query,
                                           const char* parameters, char** error);
/* format: "json", "jsonl", "graphml" or "dot". */
DRAGOMAN_EXPORT char* dragoman_graph_write(const dragoman_graph* graph, const char* format,
                                           char** error);

#ifdef __cplusplus
}
#endif

#endif /* DRAGOMAN_C_H_ */
