# Part of dragoman; see LICENSE.
"""The C interface through ctypes, as languages without C++ call it.

    tests/c/ctypes_test.py BUILD_DIR
"""

import ctypes
import json
import pathlib
import sys
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
build_dir = SOURCE / "build"
TEXT = "— North Korea has shipped artillery shells to Russia 🇷🇺, U.S. officials said."


def library():
    lib = ctypes.CDLL(str(build_dir / "libdragoman.so"))
    handle, text = ctypes.c_void_p, ctypes.c_char_p
    for name, result, arguments in [
            ("dragoman_version", text, []),
            ("dragoman_string_free", None, [handle]),
            ("dragoman_load", handle, [text, handle]),
            ("dragoman_pipeline_free", None, [handle]),
            ("dragoman_analyze", handle, [handle, text, ctypes.c_size_t, text, handle]),
            ("dragoman_document_free", None, [handle]),
            ("dragoman_document_json", handle, [handle, text, handle])]:
        function = getattr(lib, name)
        function.restype, function.argtypes = result, arguments
    return lib


class Ctypes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lib = library()
        cls.nlp = cls.lib.dragoman_load(None, None)
        assert cls.nlp

    @classmethod
    def tearDownClass(cls):
        cls.lib.dragoman_pipeline_free(cls.nlp)

    def taken(self, pointer):
        out = ctypes.string_at(pointer).decode()
        self.lib.dragoman_string_free(pointer)
        return out

    def analyze(self, text, offsets):
        data = text.encode()
        doc = self.lib.dragoman_analyze(self.nlp, data, len(data), b'{"date": "2023-09-05"}', None)
        out = json.loads(self.taken(self.lib.dragoman_document_json(doc, offsets, None)))
        self.lib.dragoman_document_free(doc)
        return out

    def test_offsets_count_what_was_asked_for(self):
        for mention in self.analyze(TEXT, b"codepoint")["mentions"]:
            self.assertEqual(TEXT[mention["start"]:mention["end"]], mention["text"])
        units = TEXT.encode("utf-16-le")
        for mention in self.analyze(TEXT, b"utf16")["mentions"]:
            self.assertEqual(units[2 * mention["start"]:2 * mention["end"]].decode("utf-16-le"), mention["text"])

    def test_relations_are_there(self):
        [relation] = self.analyze(TEXT, b"byte")["relations"]
        self.assertEqual(relation["arguments"]["supplier"], "PRK")

    def test_an_error_is_text(self):
        error = ctypes.c_void_p()
        self.assertIsNone(self.lib.dragoman_load(b'{"data": "/nowhere"}', ctypes.byref(error)))
        self.assertIn("/nowhere", self.taken(error))


if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        build_dir = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
