// Part of dragoman; see LICENSE.
//
// Marks what the shared library exports; everything else stays hidden.

#ifndef DRAGOMAN_API_H_
#define DRAGOMAN_API_H_

#define DRAGOMAN_EXPORT __attribute__((visibility("default")))

#endif  // DRAGOMAN_API_H_
