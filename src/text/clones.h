// Part of dragoman; see LICENSE.
//
// DRAGOMAN_CLONES before a function has it compiled twice: for any x86-64, and for
// those with the bit instructions of 2013 and later; the right one is chosen when the
// program is loaded.  Other machines, compilers and sanitized builds (their run time
// starts too late for the choice) get one version.

#ifndef DRAGOMAN_SRC_TEXT_CLONES_H_
#define DRAGOMAN_SRC_TEXT_CLONES_H_

#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && \
    defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define DRAGOMAN_CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define DRAGOMAN_CLONES
#endif

#endif  // DRAGOMAN_SRC_TEXT_CLONES_H_
