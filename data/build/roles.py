# Part of dragoman; see LICENSE.
"""The class of an office by the words of its role: role_class("Minister of Defence", "-") -> "defence_minister".

The first rule that fits decides; the order is the meaning: "Deputy Minister of Defence" is a deputy, "President of the
Senate" a legislator, and only what is left of "President" a head of state.
"""

import re

INTERNATIONAL = (r"United Nations|NATO|European (Commission|Council|Parliament|Union)|Atomic Energy Agency|"
                 r"World (Health|Trade|Bank)|Monetary Fund|International|African Union|ASEAN|Interpol|OSCE|OPEC")

RULES = [
    ("spokesperson", r"spokes(man|woman|person)|press secretary|government spokes"),
    ("head_of_agency", r"^(head|chief|director|secretary|chair\w*|member) (of|to) (the )?.*(office|cabinet|minister'?s?|secretariat)"
                       r"\b|\bmilitary cabinet|^chief of staff to|private secretary"),
    ("ambassador", r"\bambassador|permanent representative|chargé|high commissioner (of|to)|consul|special envoy|"
                   r"presidential envoy|\benvoy\b|nuncio"),
    ("central_bank_governor", r"(governor|president|chair(man|woman|person)?) of the .*\b(bank|reserve)\b|"
                              r"central bank|bank of \w+ governor|federal reserve"),
    ("deputy", r"\b(deputy|vice|assistant|under ?secretary|undersecretary|parliamentary secretary|"
               r"junior minister|state secretary|under-secretary)\b|^vice|^minister of state (for|of|in|at)\b|"
               r"^(associate|state|assistant|federal state) minister|minister[- ]delegate|minister in the office"),
    ("legislator", r"(speaker|president|chair(man|woman|person)?|member|chairperson) of (the )?.*(assembly|parliament|"
                   r"senate|house|duma|federation council|national council|congress|knesset|bundestag|rada|chamber|"
                   r"riksdag|storting|diet|legislat|sejm|seimas|saeima|folketing|landtag|people's)|"
                   r"^(speaker|senator|representative|member of parliament|delegate)\b|house (majority|minority)|"
                   r"senate (majority|minority)|leader of the (house|senate)|majority leader|minority leader|"
                   r"president pro tempore|\bwhip\b"),
    ("party_leader", r"(general|first) secretary|party (leader|chair)|leader of the .*party|leader of the opposition|"
                     r"opposition leader|head of the political bureau|politburo"),
    ("defence_minister", r"(minister|secretary)( of state)? (of|for) (the )?(national |federal |people's )?"
                         r"(defen[cs]e|armed forces|war)\b(?! (equipment|industr|procurement|production|material|materiel|personnel|science|and space|veterans|"
                         r"people))|^defen[cs]e (minister|secretary)|minister of the (army|armed forces)"),
    ("foreign_minister", r"(minister|secretary)\b.*\b(foreign|external) (affairs|relations)|^foreign (minister|secretary)|"
                         r"minister of europe and foreign|secretary of state for foreign"),
    ("head_of_government", r"and prime minister$|^(interim |acting |federal )?prime minister$|^premier\b(?! of)|^chancellor( of (germany|austria))?$|"
                           r"^federal chancellor|head of (the )?government|^taoiseach|chief executive$|"
                           r"president of the government|president of the council of ministers|^minister of state$|"
                           r"chairman of the council of ministers|^cnsp prime minister|prime minister of the"),
    ("minister", r"\bminister\b|^secretary (of|for)\b(?!.*council)|attorney[- ]general|chancellor of the exchequer|^secretary .*"
                 r"(treasury|homeland|labor|energy|commerce|education)|home secretary|chief secretary|"
                 r"secretary of the treasury|paymaster|lord chancellor|solicitor general|treasurer"),
    ("military_commander", r"commander|chief of (the )?(general |defen[cs]e |army |naval |air |joint )*(staff|defence|"
                           r"army|navy)|joint chiefs|army chief|chief of army|chief of navy|general staff"),
    ("governor", r"\bgovernor\b|\bmayor\b|prefect|voivode|head of (the )?(republic|region|oblast)|akim|"
                 r"regional|hakim|premier of|prime minister of|first minister|chief minister|president of .*(republic of|"
                 r"sakha|bashkortostan|tatarstan|canton|region|junta|generalitat|province|community|basque|catal|"
                 r"landtag|government of [A-Z])"),
    ("head_of_state", r"^(interim |acting |transitional |former )?president$|^president of (the )?(republic|state|union|nation|"
                      r"transition\w*|swiss confederation|presidency|presidential council|confederation)\b|state affairs "
                      r"commission president|^chairman of the presidency|^king\b|"
                      r"^queen\b|^emir|^amir|^sultan|^pope\b|^grand duke|^(co-)?prince\b|^emperor|^monarch|head of state|"
                      r"governor-general|supreme leader|chairman of the presidium|^captain regent"),
    ("head_of_agency", r"\b(director|head|chief|chair(man|woman|person)?|secretary|president|administrator|commissioner|"
                       r"inspector|prosecutor|auditor|ombuds\w+|national security advis[eo]r|comptroller)\b"),
    ("leader", r"leader"),
]
COMPILED = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in RULES]


def role_class(role, organisation="-", state="-"):
    if role == "Secretary of State":
        return "foreign_minister" if state == "USA" else "deputy"
    if re.match(r"(Deputy |Second )?Crown Prince(ss)?$", role):
        return "deputy"
    if re.match(r"Governor[- ]General$|Yang di", role):
        return "head_of_state"
    if re.search(r"chair\w* of the (council|cabinet) of ministers", role, re.I) and not re.search("deputy|vice|first", role, re.I):
        return "head_of_government"
    if role == "Minister of State" and state != "MCO":
        return "minister"
    whole = role if organisation in ("", "-") else f"{role} of {organisation}"
    if re.search(INTERNATIONAL, organisation or "") and not re.search(r"spokes|ambassador|permanent", role, re.I):
        return "international_official"
    if re.search(r"\b(Hezbollah|Hamas|Ansar Allah|Wagner)", organisation or ""):
        return "leader"
    if re.fullmatch(r"(General|First) Secretary", role):
        return "party_leader"
    if re.fullmatch(r"Chair(wo)?man", role) and re.search(r"Duma|Federation Council|Assembly", organisation or ""):
        return "legislator"
    if re.fullmatch(r"(Vice )?Chair(wo)?man", role) and re.search(r"Joint Chiefs|Military Commission", organisation or ""):
        return "military_commander"
    if re.fullmatch(r"Governor", role) and re.search(r"Bank", organisation or ""):
        return "central_bank_governor"
    for name, pattern in COMPILED:
        if pattern.search(role):
            return name
    for name, pattern in COMPILED:
        if name in ("legislator", "party_leader", "military_commander", "head_of_agency") and pattern.search(whole):
            return name
    return "other"
