// Part of dragoman; see LICENSE.
//
// Status, polarity, source, date and direction, on text that marks its own mentions.

#include "relation/extract.h"

#include <gtest/gtest.h>

#include "marked.h"

namespace dragoman {
namespace {

struct Loaded {
  Schema schema = *Schema::load(DRAGOMAN_SOURCE_DIR "/data/schema/relations.yaml");
  Frames frames = *Frames::load(DRAGOMAN_SOURCE_DIR "/data", schema, 0);
};
const Loaded& loaded() {
  static const Loaded all;
  return all;
}

std::string relations(const std::string& text, RelationWork* work = nullptr) {
  Document d = marked(text);
  find_relations(loaded().frames, loaded().schema, d, nullptr, work);
  return show_all(d, loaded().schema);
}

TEST(ExtractTest, AccordingToHoldsForTheSentence) {
  EXPECT_EQ(relations("[Ali Bongo | PERSON | ali] plans to visit [Togo | STATE | TGO], according to "
                      "[Gabonese officials | GROUP | group:g | plural=1]."),
            "visit(visitor=ali, destination=TGO) planned by Gabonese officials\n");
}

TEST(ExtractTest, WhoSaysSoMayStandBehind) {
  const std::string deed = "[Peru | STATE | PER] attacked [Chile | STATE | CHL]";
  const std::string ana = "attack(agent=PER, target=CHL) happened by Ana Ruiz\n";
  EXPECT_EQ(relations(deed + ", said [Ana Ruiz | PERSON | ana]."), ana);
  EXPECT_EQ(relations(deed + ", said [Ana Ruiz | PERSON | ana], an analyst."), ana);
  EXPECT_EQ(relations("\"" + deed + ",\" said [Ana Ruiz | PERSON | ana]."), ana);
}

TEST(ExtractTest, WhatIsAskedForIsRequested) {
  EXPECT_EQ(relations("[Laos | STATE | LAO] asked [Cuba | STATE | CUB] to send [rifles | WEAPON] to "
                      "[Nauru | STATE | NRU]."),
            "request(requester=LAO, addressee=CUB) happened\n"
            "arms_transfer(supplier=CUB, recipient=NRU, item=rifles) requested\n");
}

TEST(ExtractTest, NegationDeniesOnce) {
  EXPECT_EQ(relations("[Fiji | STATE | FJI] has never attacked [Samoa | STATE | WSM]."),
            "attack(agent=FJI, target=WSM) happened denied\n");
}

TEST(ExtractTest, NeverBeforeAPastFormDenies) {
  EXPECT_EQ(relations("[Fiji | STATE | FJI] never attacked [Samoa | STATE | WSM]."),
            "attack(agent=FJI, target=WSM) happened denied\n");
}

TEST(ExtractTest, NotTheFirstIsNoDenial) {
  EXPECT_EQ(relations("This would not be the first shipment of [rifles | WEAPON] from [Laos | STATE | LAO] to "
                      "[Nauru | STATE | NRU]."),
            "arms_transfer(supplier=LAO, recipient=NRU, item=rifles) happened\n");
}

TEST(ExtractTest, QuotationKeepsItsSpeakerOverSentences) {
  EXPECT_EQ(relations("\"[Peru | STATE | PER] trades with [Chile | STATE | CHL] every day. It is good,\" "
                      "[Ana Ruiz | PERSON | ana] said."),
            "trade(party_a=PER, party_b=CHL) ongoing by Ana Ruiz\n");
}

TEST(ExtractTest, DateOfTheSayingIsNotThatOfTheDeed) {
  EXPECT_EQ(relations("[Oman | STATE | OMN] bombed [Aden | CITY | aden] on [Monday | DATE | 2023-09-04], "
                      "[Yemen | STATE | YEM] said on [Friday | DATE | 2023-09-08]."),
            "attack(agent=OMN, target=aden) happened by Yemen on 2023-09-04\n");
}

TEST(ExtractTest, GroupStandsForItsState) {
  EXPECT_EQ(relations("[Chadian troops | GROUP | group:c | state=TCD | plural=1] invaded [Libya | STATE | LBY]. "
                      "[Chad | STATE | TCD] was silent."),
            "invade(agent=TCD, target=LBY) happened\n");
}

TEST(ExtractTest, CommonNounOfAStateIsNoParty) {
  EXPECT_EQ(relations("[Peru | STATE | PER]'s economy attacked [Chile | STATE | CHL]."), "attack(target=CHL) happened\n");
}

TEST(ExtractTest, ListsGiveOneRelationEach) {
  EXPECT_EQ(relations("[Italy | STATE | ITA] sanctioned [Mali | STATE | MLI], [Chad | STATE | TCD] and "
                      "[Niger | STATE | NER]."),
            "sanction(agent=ITA, target=MLI) happened\n"
            "sanction(agent=ITA, target=TCD) happened\n"
            "sanction(agent=ITA, target=NER) happened\n");
}

TEST(ExtractTest, HearsayIsMarked) {
  EXPECT_EQ(relations("[Iraq | STATE | IRQ] reportedly bombed [Kuwait | STATE | KWT]."),
            "attack(agent=IRQ, target=KWT) happened hearsay\n");
}

TEST(ExtractTest, PredicateAllyHasNoOtherParty) {
  EXPECT_EQ(relations("The pact deepens its alliances with [Japan | STATE | JPN] and [India | STATE | IND]."), "");
}

TEST(ExtractTest, NothingInNothing) {
  EXPECT_EQ(relations(""), "");
  EXPECT_EQ(relations("[Peru | STATE | PER]"), "");
}

TEST(ExtractTest, SentenceWithoutTriggerIsNotParsed) {
  RelationWork work;
  relations("[Peru | STATE | PER] likes [Chile | STATE | CHL].", &work);
  EXPECT_EQ(work.parsed, 0u);
  EXPECT_EQ(work.syntax.count(), 0);
  relations("[Peru | STATE | PER] attacked [Chile | STATE | CHL].", &work);
  EXPECT_EQ(work.parsed, 1u);
  EXPECT_GT(work.syntax.count(), 0);
}

// A tree is made where it can find a missing subject, and nowhere else.
TEST(ExtractTest, TreeOnlyWhereASubjectMayBeFound) {
  const std::string models = DRAGOMAN_SOURCE_DIR "/data/models/";
  const Parser parser = *Parser::load(models + "syntax.model", *WordClusters::load_if_there(models + "clusters.model"));
  const auto read = [&parser](const std::string& text, std::size_t trees) {
    RelationWork work;
    Document d = marked(text);
    find_relations(loaded().frames, loaded().schema, d, nullptr, &work, &parser);
    EXPECT_EQ(work.trees, trees) << text;
    return show_all(d, loaded().schema);
  };
  // An insertion stands between subject and verb.
  EXPECT_EQ(read("[Chad | STATE | TCD] in the north and west, there, clashed with [Niger | STATE | NER].", 1),
            "clash(party_a=TCD, party_b=NER) happened\n");
  EXPECT_EQ(read("[Chad | STATE | TCD] clashed with [Niger | STATE | NER].", 0),
            "clash(party_a=TCD, party_b=NER) happened\n");
  // No subject, and nobody who could be it.
  read("To attack [Chad | STATE | TCD] with [Niger | STATE | NER] would be wrong.", 0);
  // Nothing that it attacks.
  read("[Chad | STATE | TCD] there, the winds attacked with [Niger | STATE | NER] gone.", 0);
}

// Tries grow with triggers, not with pairs of entities.
TEST(ExtractTest, WorkIsLinearInALongSentence) {
  const auto tries = [](int n) {
    std::string text = "[Italy | STATE | ITA] sanctioned [Mali | STATE | MLI]";
    for (int i = 0; i < n; ++i) text += ", [Chad | STATE | TCD] and attacked [Niger | STATE | NER]";
    RelationWork work;
    relations(text + ".", &work);
    return work.matches;
  };
  EXPECT_LE(tries(400), 2 * tries(200) + 8);
}

// Verbs, nouns with phrases, and clauses within clauses: 5,000 tokens and more in one sentence.
TEST(ExtractTest, SlotsLookAtFewWordsInALongSentence) {
  const auto steps = [](int n) {
    std::string text = "[Italy | STATE | ITA] said";
    for (int i = 0; i < n; ++i) {
      text += " [Chad | STATE | TCD] agreed to urge [Niger | STATE | NER] to reject talks on aid to [Mali | STATE | MLI] and";
    }
    RelationWork work;
    relations(text + " left.", &work);
    EXPECT_EQ(work.parsed, 1u);
    return work.steps;
  };
  EXPECT_LE(steps(400), 2 * steps(200) + 100);
}

TEST(ExtractTest, FiveHundredEntitiesInOneSentence) {
  const auto work = [](int n) {
    std::string text = "[Italy | STATE | ITA] attacked";
    for (int i = 0; i < n; ++i) text += " [S" + std::to_string(i) + " | STATE | S" + std::to_string(i) + "],";
    RelationWork done;
    relations(text + " and [Chad | STATE | TCD].", &done);
    return done.steps + done.matches;
  };
  EXPECT_LE(work(500), 2 * work(250) + 100);
}

TEST(ExtractTest, SameBytesEveryRun) {
  const std::string text = "[Italy | STATE | ITA] and [Chad | STATE | TCD] met [Niger | STATE | NER] in [Rome | CITY | rome].";
  EXPECT_EQ(relations(text), relations(text));
}

TEST(ExtractTest, ARaidIsItsDoers) {
  EXPECT_EQ(relations("A [Togolese | NATIONALITY | TGO] raid on Monday killed [Ana Ruiz | PERSON | ana]."),
            "kill(agent=TGO, target=ana) happened\n");
  EXPECT_EQ(relations("[Peru | STATE | PER] mourned after an ambush by [Chad | STATE | TCD] on its soil, which killed "
                      "[Ana Ruiz | PERSON | ana]."),
            "kill(agent=TCD, target=ana) happened\n");
}

TEST(ExtractTest, WhoRejectsADemandWasAsked) {
  EXPECT_EQ(relations("[Fiji | STATE | FJI] ignored a demand by [Samoa | STATE | WSM]."), 
            "reject(agent=FJI, target=WSM) happened\ndemand(agent=WSM, addressee=FJI) happened\n");
  EXPECT_EQ(relations("[Fiji | STATE | FJI] ignored [Samoan | NATIONALITY | WSM] criticism."),
            "criticise(agent=WSM, target=FJI) happened\n");
}

TEST(ExtractTest, WhoAllegesMayCiteSomething) {
  EXPECT_EQ(relations("[Peru | STATE | PER] attacked [Chile | STATE | CHL], [Ana Ruiz | PERSON | ana] alleged, citing a letter."),
            "attack(agent=PER, target=CHL) happened by Ana Ruiz\naccuse(agent=ana, target=PER) happened\n");
}

TEST(ExtractTest, WhoseConductIsPraisedIsPraised) {
  EXPECT_EQ(relations("[Ana Ruiz | PERSON | ana] praised [Samoa | STATE | WSM]'s restraint."), "praise(agent=ana, target=WSM) happened\n");
}

TEST(ExtractTest, WhatIsMadeHasThePhrasesOfItsParticiple) {
  EXPECT_EQ(relations("Accusations made against [Peru | STATE | PER] by [Chile | STATE | CHL] grew."), "accuse(agent=CHL, target=PER) happened\n");
}

TEST(ExtractTest, TheTownOfThatNameIsMeant) {
  EXPECT_EQ(relations("[Togo | STATE | TGO] attacked the northern town of [Lima | CITY | city:lima]."),
            "attack(agent=TGO, target=city:lima) happened\n");
}

TEST(ExtractTest, WhatIsWarnedAgainstHasNotHappened) {
  EXPECT_EQ(relations("[Fiji | STATE | FJI] warned [Samoa | STATE | WSM] against attacking [Togo | STATE | TGO]."),
            "threaten(agent=FJI, target=WSM) happened\nattack(agent=WSM, target=TGO) potential by Fiji\n");
}

TEST(ExtractTest, ACleftSentenceHasItsDoer) {
  EXPECT_EQ(relations("It was [Fiji | STATE | FJI] that attacked [Togo | STATE | TGO]."), "attack(agent=FJI, target=TGO) happened\n");
}

TEST(ExtractTest, OnAVisitBetweenCommas) {
  EXPECT_EQ(relations("[Ana Ruiz | PERSON | ana], on a visit to [Fiji | STATE | FJI], spoke of peace."), "visit(visitor=ana, destination=FJI) happened\n");
}

TEST(ExtractTest, WhoBrokersATruceIsNoPartyToIt) {
  EXPECT_EQ(relations("[Fiji | STATE | FJI] brokered a truce with [Togo | STATE | TGO].").find("ceasefire(party_a=FJI"), std::string::npos);
}

TEST(ExtractTest, WhatIsSaidInThePresentIsSaid) {
  EXPECT_EQ(relations("[Fiji | STATE | FJI] accuses [Togo | STATE | TGO] of theft."), "accuse(agent=FJI, target=TGO) happened\n");
}

TEST(ExtractTest, WhoIsHandedOverIsNotAppointed) {
  EXPECT_EQ(relations("[Fiji | STATE | FJI] handed over [General Ruiz | PERSON | ruiz] to [Togo | STATE | TGO].").find("appoint"),
            std::string::npos);
}

}  // namespace
}  // namespace dragoman
