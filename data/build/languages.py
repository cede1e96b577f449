# Part of dragoman; see LICENSE.
"""languages/states.<language>.tsv: what other languages call the states, one table a language, loaded on request.

ICU's display names, and the UN's formal names in French, Spanish, Russian, Chinese and Arabic without their articles.
A name that English has too is left out: it is in states.tsv.
"""

import re

from common import GAZETTEER, Icu, Names, clean, iso_codes, load_names, read_csv, sources

LANGUAGES = ["fr", "de", "es", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ar", "fa", "he", "hi", "zh", "ja", "ko"]
UN = {"fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"}
ARTICLE = {"fr": r"^(l[ae]s? |l['’]|le )", "es": r"^(el |la |los |las )"}
# Surnames, common words and other places in the language or in English.
GUARDED = {"Jordan", "Jordania", "Georgia", "Géorgie", "Georgien", "Turkey", "Tchad", "Chade", "Chad", "Guinea", "Guiné", "Guinée",
           "Jersey", "India", "Man", "Dominique", "Dominica", "Martinique", "Martinica", "Réunion", "Reunion", "Niger"}


# ICU writes these two with the status of the region, each language in its own way.
REGIONS = {"HKG": {"de": "Hongkong", "nl": "Hongkong", "pl": "Hongkong", "ru": "Гонконг", "uk": "Гонконг", "ar": "هونغ كونغ",
                   "fa": "هنگ‌کنگ", "he": "הונג קונג", "hi": "हांगकांग", "zh": "香港", "ja": "香港", "ko": "홍콩"},
           "MAC": {"pl": "Makau", "tr": "Makao", "ru": "Макао", "uk": "Макао", "ar": "ماكاو", "fa": "ماکائو", "he": "מקאו",
                   "hi": "मकाऊ", "zh": "澳门", "ja": "マカオ", "ko": "마카오"}}


def main():
    folder = sources()
    icu = Icu()
    iso = iso_codes(folder)
    english = {(r["name"], r["id"]) for r in load_names("states")}
    un = {r["ISO3166-1-Alpha-3"]: r for r in read_csv(folder / "country-codes" / "country-codes.csv")}
    for language in LANGUAGES:
        used = [f"ICU {icu.version} region names, Unicode-3.0"]
        if language in UN:
            used.append("country-codes, UN names, commit caa72d1e (2026-05-15), PDDL-1.0")
        names = Names(f"languages/states.{language}", f"Names of states in the language {language}.", used)

        def add(name, code, kind):
            name = clean(re.sub(r"\s*[\[(].*?[\])]|\*", "", name))
            name = re.sub(ARTICLE.get(language, r"^$"), "", name)
            if len(name) < 2 or (name, code) in english:
                return
            guard = "context" if name in GUARDED or len(name) <= 2 and name.isascii() else "-"
            names.add(name[:1].upper() + name[1:] if language in ARTICLE else name, "STATE", code, kind, guard)

        for alpha2, code in iso.items():
            local = REGIONS[code].get(language, "") if code in REGIONS else icu.region(alpha2, language)
            if local and local != alpha2:
                add(local, code, "local")
            if language in UN and code in un:
                add(un[code][f"UNTERM {UN[language]} Short"], code, "local")
                add(un[code][f"UNTERM {UN[language]} Formal"], code, "official")
        names.write(elsewhere={("STATE", code) for code in iso.values()})


if __name__ == "__main__":
    main()
