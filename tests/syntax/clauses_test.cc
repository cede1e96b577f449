// Part of dragoman; see LICENSE.
//
// Clauses as text: "verb(subject, object)" in the order of the verbs.

#include "syntax/clauses.h"

#include <gtest/gtest.h>

#include "marked.h"

namespace dragoman {
namespace {

const Lexicon& words() {
  static const Lexicon all = *Lexicon::load(DRAGOMAN_SOURCE_DIR "/data/syntax");
  return all;
}

std::string clauses_of(const std::string& text) {
  const Document d = marked(text);
  Clauses c;
  ChunkFinder(words()).find(d, 0, 0, c);
  std::string out;
  const auto name = [&](Id id) {
    if (id == kNobody) return std::string("-");
    std::string list;
    for (; id != kNobody; id = c.nouns[id].next_conjunct) {
      if (!list.empty()) list += "+";
      list += std::string(d.slice(d.tokens.tokens[c.nouns[id].head].span()));
    }
    return list;
  };
  for (const VerbGroup& v : c.verbs) {
    if (!out.empty()) out += " ";
    out += std::string(words().lemma(v.lemma)) + (v.passive ? "!" : "") + "(" + name(v.subject) + ", " + name(v.object) + ")";
  }
  return out;
}

TEST(ClausesTest, ActiveAndPassive) {
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] freed the sailors."), "free(Oman, sailors)");
  EXPECT_EQ(clauses_of("The sailors were freed by [Oman | STATE | OMN]."), "free!(sailors, -)");
}

TEST(ClausesTest, ControlGivesTheInfinitiveItsSubject) {
  EXPECT_EQ(clauses_of("[Chad | STATE | TCD] plans to free the sailors."), "plan(Chad, -) free(Chad, sailors)");
  EXPECT_EQ(clauses_of("[Chad | STATE | TCD] asked [Niger | STATE | NER] to free the sailors."),
            "ask(Chad, Niger) free(Niger, sailors)");
}

TEST(ClausesTest, RelativeClauseLeavesTheMainSubjectWaiting) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER], which freed the sailors, thanked [Chile | STATE | CHL]."),
            "free(Peru, sailors) thank(Peru, Chile)");
}

TEST(ClausesTest, SpeechAfterwardsIsInverted) {
  EXPECT_EQ(clauses_of("[Ghana | STATE | GHA] sold missiles to [Togo | STATE | TGO], said [John Kirby | PERSON | person:john-kirby]."),
            "sell(Ghana, missiles) say(Kirby, -)");
  EXPECT_EQ(clauses_of("[Ghana | STATE | GHA] sold missiles to [Togo | STATE | TGO], said [John Kirby | PERSON | person:john-kirby], the spokesman."),
            "sell(Ghana, missiles) say(Kirby, -)");
}

TEST(ClausesTest, SaidWithoutThatOpensAClause) {
  EXPECT_EQ(clauses_of("Officials said [Ghana | STATE | GHA] freed the sailors."),
            "say(Officials, -) free(Ghana, sailors)");
}

TEST(ClausesTest, ListsShareTheirVerb) {
  EXPECT_EQ(clauses_of("[Togo | STATE | TGO], [Benin | STATE | BEN] and [Mali | STATE | MLI] freed the sailors."),
            "free(Togo+Benin+Mali, sailors)");
}

TEST(ClausesTest, ReducedRelativeIsPassive) {
  EXPECT_EQ(clauses_of("The rifles supplied by [Iraq | STATE | IRQ] were sold."),
            "supply!(rifles, -) sell!(rifles, -)");
}

TEST(ClausesTest, EmptyAndVerblessSentencesHoldNothing) {
  EXPECT_EQ(clauses_of("Rain in [Fiji | STATE | FJI]"), "");
  EXPECT_EQ(clauses_of("!"), "");
}

TEST(ClausesTest, ARelativeClauseMayBeginWithAPreposition) {
  EXPECT_EQ(clauses_of("The bloc, to which [Mali | STATE | MLI] belongs, freed the sailors."), "belong(Mali, -) free(bloc, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER], with whom [Chile | STATE | CHL] has signed a pact, freed the sailors."),
            "sign(Chile, pact) free(Peru, sailors)");
  EXPECT_EQ(clauses_of("They met after a raid in which [Chad | STATE | TCD] lost a tank."), "meet(They, -) lose(Chad, tank)");
}

TEST(ClausesTest, WhoIsAPersonOfTheBodyNotTheBody) {
  EXPECT_EQ(clauses_of("[Ana Ruiz | PERSON | ana], the commander of [Chad's army | GROUP | group:c] who freed the sailors, left."),
            "free(Ruiz, sailors) leave(Ruiz, -)");
}

TEST(ClausesTest, APossessiveMayFollowAVerbOfOneForm) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] cut [its | ORGANISATION | PER | form=pronominal] ties."), "cut(Peru, ties)");
}

TEST(ClausesTest, AllMayFloatBehindTheSubject) {
  EXPECT_EQ(clauses_of("[Togo | STATE | TGO] and [Mali | STATE | MLI] all denounced the raid."), "denounce(Togo+Mali, raid)");
}

TEST(ClausesTest, HomeIsNoObject) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] called home the envoy."), "call(Peru, envoy)");
}

TEST(ClausesTest, TwoVerbsShareTheObjectBehindThem) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] seized and freed the sailors."), "seize(Peru, sailors) free(Peru, sailors)");
}

TEST(ClausesTest, SinceAfterHasIsAnAdverb) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] has since asked [Chile | STATE | CHL] for help."), "ask(Peru, Chile)");
}

TEST(ClausesTest, WhatAVerbIsFollowedByThatGovernsIsAClause) {
  EXPECT_EQ(clauses_of("It emerged that the army had freed the sailors."), "emerge(It, -) free(army, sailors)");
}

TEST(ClausesTest, WhoSaysSoBehindAListIsNoApposition) {
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] attacked, wounding [six sailors | GROUP | group:s | plural=1], "
                       "[officials | GROUP | group:o | plural=1] in Lima said."),
            "attack(Oman, -) wound(Oman, sailors) say(officials, -)");
}

TEST(ClausesTest, APassingTimeTakesNoPart) {
  EXPECT_EQ(clauses_of("The army that morning freed the sailors."), "free(army, sailors)");
  EXPECT_EQ(clauses_of("A day later [Oman | STATE | OMN] freed the sailors."), "free(Oman, sailors)");
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] phoned the winner hours later."), "phone(Oman, winner)");
}

TEST(ClausesTest, ANumberBehindABareWordBeginsAnotherThing) {
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] took into custody 64 sailors."), "take(Oman, sailors)");
}

TEST(ClausesTest, APastFormBeforeAClauseIsNoParticiple) {
  EXPECT_EQ(clauses_of("Tanks moved to the coast after the army had freed the sailors."), "move(Tanks, -) free(army, sailors)");
  EXPECT_EQ(clauses_of("[Border guards | GROUP | group:g | plural=1] picked up the sailors as they fell asleep."),
            "pick(guards, sailors) fall(they, -)");
}

TEST(ClausesTest, TheInfinitiveOfWhatARelativeClauseInterrupts) {
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] told the rebels who took the town to free the sailors."),
            "tell(Oman, rebels) take(rebels, town) free(rebels, sailors)");
}

TEST(ClausesTest, WhereItIsAndWhoDoesItAreTwoThings) {
  EXPECT_EQ(clauses_of("In [Lima | CITY | lima] [Irish | NATIONALITY | IRL] soldiers freed the sailors."), "free(soldiers, sailors)");
}

TEST(ClausesTest, ANounLikeVerbBehindThat) {
  EXPECT_EQ(clauses_of("The faction that controls [Mali | STATE | MLI] freed the sailors."), "control(faction, Mali) free(faction, sailors)");
}

TEST(ClausesTest, AParticipleThatOpensTheSentenceHasTheSubjectBehindIt) {
  EXPECT_EQ(clauses_of("Accused by [Rome | CITY | rome] of theft, [Mali | STATE | MLI] freed the sailors."),
            "accuse!(Mali, -) free(Mali, sailors)");
}

TEST(ClausesTest, WhoseIsFollowedByANoun) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER], whose forces freed the sailors, thanked [Chile | STATE | CHL]."),
            "free(forces, sailors) thank(Peru, Chile)");
}

TEST(ClausesTest, WhatSomebodyIsLetDoIsAnInfinitive) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] let the sailors leave [Chile | STATE | CHL]."), "let(Peru, sailors) leave(sailors, Chile)");
}

TEST(ClausesTest, AClauseAfterASuspectIsItsOwn) {
  EXPECT_EQ(clauses_of("[Kenyan officials | GROUP | group:k | plural=1] suspect [Peru | STATE | PER], but [Chile | STATE | CHL] has freed the sailors."),
            "suspect(officials, Peru) free(Chile, sailors)");
}

TEST(ClausesTest, AParticipleBelongsToTheNearestClause) {
  EXPECT_EQ(clauses_of("The army shelled the town after rebels ambushed the patrol, killing two soldiers."),
            "shell(army, town) ambush(rebels, patrol) kill(rebels, soldiers)");
}

TEST(ClausesTest, AClauseBehindAfter) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] freed the sailors a day after he slipped away to the coast."),
            "free(Peru, sailors) slip(he, -)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] freed the sailors after [Chile | STATE | CHL] brought down a jet."),
            "free(Peru, sailors) bring(Chile, jet)");
}

TEST(ClausesTest, WhomSomebodyHolds) {
  EXPECT_EQ(clauses_of("Two sailors whom rebels had held were freed."), "hold(rebels, sailors) free!(sailors, -)");
}

TEST(ClausesTest, ADoerBetweenCommas) {
  EXPECT_EQ(clauses_of("The talks, mediated by [Oman | STATE | OMN], between the armies began."), "mediate!(talks, -) begin(talks, -)");
}

TEST(ClausesTest, APhraseInFrontEndsBeforeTheSubject) {
  EXPECT_EQ(clauses_of("After the vote [Peru | STATE | PER] freed the sailors."), "free(Peru, sailors)");
}

TEST(ClausesTest, SubjectsThatAppositionsPartAreOneList) {
  EXPECT_EQ(clauses_of("[Idriss Deby | PERSON | person:idriss-deby], the president of [Chad | STATE | TCD], and "
                       "[Alpha Conde | PERSON | person:alpha-conde], the president of [Guinea | STATE | GIN], freed the sailors."),
            "free(Deby+Conde, sailors)");
  EXPECT_EQ(clauses_of("[Kenya | STATE | KEN], which freed the sailors, and [Uganda | STATE | UGA] thanked [Chile | STATE | CHL]."),
            "free(Kenya, sailors) thank(Uganda+Kenya, Chile)");
  EXPECT_EQ(clauses_of("[Idriss Deby | PERSON | person:idriss-deby] of [Chad | STATE | TCD] and "
                       "[Alpha Conde | PERSON | person:alpha-conde] of [Guinea | STATE | GIN], who freed the sailors, left."),
            "free(Deby+Conde, sailors) leave(Deby+Conde, -)");
}

TEST(ClausesTest, AListOfObjectsEndsBeforeTheVerbOfASubjectThatWaits) {
  EXPECT_EQ(clauses_of("Guards carrying axes and hammers freed the sailors."), "carry(Guards, axes+hammers) free(Guards, sailors)");
  EXPECT_EQ(clauses_of("Telephones will ring in [Togo | STATE | TGO] and the king will free the sailors."),
            "ring(Telephones, -) free(king, sailors)");
}

TEST(ClausesTest, SecondRelativeClauseHasTheSameNoun) {
  EXPECT_EQ(clauses_of("[Adama Barrow | PERSON | person:adama-barrow], who freed the sailors and whose aides took the ship, thanked "
                       "[Chile | STATE | CHL]."),
            "free(Barrow, sailors) take(aides, ship) thank(Barrow, Chile)");
}

TEST(ClausesTest, ParticipleInCommasLeavesTheSubjectWaiting) {
  EXPECT_EQ(clauses_of("The militias, armed by the army, have freed the sailors."), "arm!(militias, -) free(militias, sailors)");
  EXPECT_EQ(clauses_of("The jets, flown according to [Peru | STATE | PER] by hirelings, bombed the ship."),
            "fly!(jets, -) bomb(jets, ship)");
  EXPECT_EQ(clauses_of("[Angela Merkel | PERSON | person:angela-merkel], the chancellor, visited the ship, and "
                       "[Peru | STATE | PER], whose army left, freed the sailors."),
            "visit(Merkel, ship) leave(army, -) free(Peru, sailors)");
}

TEST(ClausesTest, SpeakerInCommasLeavesTheSubjectWaiting) {
  EXPECT_EQ(clauses_of("[Mali | STATE | MLI], diplomats in the Gulf say, has freed the sailors."), "say(diplomats, -) free(Mali, sailors)");
}

TEST(ClausesTest, PastBehindWouldBelongsToTheVerbAbove) {
  EXPECT_EQ(clauses_of("[Mali | STATE | MLI] said that [Togo | STATE | TGO] would leave and thanked [Chile | STATE | CHL]."),
            "say(Mali, -) leave(Togo, -) thank(Mali, Chile)");
  EXPECT_EQ(clauses_of("[Mali | STATE | MLI] said that [Togo | STATE | TGO] had left, and thanked [Chile | STATE | CHL]."),
            "say(Mali, -) leave(Togo, -) thank(Mali, Chile)");
}

TEST(ClausesTest, PassiveGoesOnBehindAnd) {
  EXPECT_EQ(clauses_of("The plan was accepted by [Chad | STATE | TCD] but spurned by [Mali | STATE | MLI]."),
            "accept!(plan, -) spurn!(plan, -)");
}

TEST(ClausesTest, InfinitivesInAListShareTheirVerb) {
  EXPECT_EQ(clauses_of("[Syria | STATE | SYR] has promised in a pact signed in [Adana | CITY | city:adana] to bar the rebels, to shut the "
                       "camps and never to free the sailors."),
            "promise(Syria, -) sign!(pact, -) bar(Syria, rebels) shut(Syria, camps) free(Syria, sailors)");
}

TEST(ClausesTest, RelativeClauseNeedsNoPronoun) {
  EXPECT_EQ(clauses_of("[Mali | STATE | MLI] returned the rifles it bought from [Peru | STATE | PER]."), "return(Mali, rifles) buy(it, rifles)");
  EXPECT_EQ(clauses_of("[Mali | STATE | MLI] told the reporters it bought rifles."), "tell(Mali, -) buy(it, rifles)");
}

TEST(ClausesTest, WhatGoesOnBehindASpeakerIsTheMainClause) {
  EXPECT_EQ(clauses_of("[India | STATE | IND] will free the sailors, officials said, and wants the ship."),
            "free(India, sailors) say(officials, -) want(India, ship)");
}

TEST(ClausesTest, SubjectBehindAnInsertionHasItsVerb) {
  EXPECT_EQ(clauses_of("[Algeria | STATE | DZA], which cut its ties, blames [Mali | STATE | MLI]."), "cut(Algeria, ties) blame(Algeria, Mali)");
  EXPECT_EQ(clauses_of("[Algeria | STATE | DZA] no longer issues the visas."), "issue(Algeria, visas)");
}

TEST(ClausesTest, SayingThatIsAVerb) {
  EXPECT_EQ(clauses_of("[Togo | STATE | TGO] denied it, saying that [Mali | STATE | MLI] freed the sailors."),
            "deny(Togo, it) say(Togo, -) free(Mali, sailors)");
  EXPECT_EQ(clauses_of("[Togo | STATE | TGO] was quoted by reporters as saying that [Mali | STATE | MLI] freed the sailors."),
            "quote!(Togo, -) say(Togo, -) free(Mali, sailors)");
}

TEST(ClausesTest, ThatBeforeANameIsNoDeterminer) {
  EXPECT_EQ(clauses_of("[Togo | STATE | TGO] said [Mali | STATE | MLI] freed the sailors, that [Chad | STATE | TCD] left and that [Niger | STATE | NER] stayed."),
            "say(Togo, -) free(Mali, sailors) leave(Chad, -) stay(Niger, -)");
}

TEST(ClausesTest, WhomOneHelpsDoesIt) {
  EXPECT_EQ(clauses_of("[Chad | STATE | TCD] will help [Cameroon | STATE | CMR] fight the rebels."), "help(Chad, Cameroon) fight(Cameroon, rebels)");
}

TEST(ClausesTest, OneOfItsKindIsInApposition) {
  EXPECT_EQ(clauses_of("[Mali | STATE | MLI], [one | QUANTITY] of the states, has freed the sailors."),
            "free(Mali, sailors)");
}

TEST(ClausesTest, WhoIsOrderedBehindAParticipleIsToGo) {
  EXPECT_EQ(clauses_of("[Mali | STATE | MLI] ordered a man attending talks to leave."), "order(Mali, man) attend(man, talks) leave(man, -)");
}

TEST(ClausesTest, APhrasePartsAVerbFromItsAuxiliary) {
  EXPECT_EQ(clauses_of("The sailors were on [Tuesday | DATE | 2023-09-05] freed by [Oman | STATE | OMN]."), "free!(sailors, -)");
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] will, for the first time in years, free the sailors."), "free(Oman, sailors)");
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] has since [May | DATE | 2023-05-01..2023-05-31] freed ten sailors."), "free(Oman, sailors)");
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] would in return be freed from the debt."), "free!(Oman, -)");
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] is in talks brokered by [Mali | STATE | MLI]."), "be(Oman, -) broker!(talks, -)");
  EXPECT_EQ(clauses_of("[Oman | STATE | OMN] had in custody three sailors accused by [Mali | STATE | MLI]."), "have(Oman, sailors) accuse!(sailors, -)");
}

TEST(ClausesTest, WhoDoesWhatAnInfinitiveSays) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] put pressure on [Chile | STATE | CHL] to free the sailors."), "put(Peru, pressure) free(Chile, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] waited for [Chile | STATE | CHL] to free the sailors."), "wait(Peru, -) free(Chile, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] left for [Chile | STATE | CHL] to free the sailors."), "leave(Peru, -) free(Peru, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] gave [Chile | STATE | CHL] permission to free the sailors."), "give(Peru, permission) free(Chile, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] gave [Chile | STATE | CHL] its promise to free the sailors."), "give(Peru, promise) free(its, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] shelled the port in a bid to free the sailors."), "shell(Peru, port) free(Peru, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] shelled the port in order to free the sailors."), "shell(Peru, port) free(Peru, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] talked [Chile | STATE | CHL] out of freeing the sailors."), "talk(Peru, Chile) free(Chile, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] used a boat bought from [Chile | STATE | CHL] to free the sailors."),
            "use(Peru, boat) buy!(boat, -) free(Peru, sailors)");
}

TEST(ClausesTest, WhatAnInfinitiveInARelativeClauseIsDoneTo) {
  EXPECT_EQ(clauses_of("The sailors, whom [Oman | STATE | OMN] has refused to free, ate."), "refuse(Oman, -) free(Oman, sailors) eat(sailors, -)");
  EXPECT_EQ(clauses_of("The sailors, whom [Oman | STATE | OMN] was accused of freeing, ate."), "accuse!(Oman, -) free(Oman, sailors) eat(sailors, -)");
  EXPECT_EQ(clauses_of("The sailors, whom [Oman | STATE | OMN] accuses of robbing a bank, ate."), "accuse(Oman, sailors) rob(sailors, bank) eat(sailors, -)");
}

TEST(ClausesTest, MoreThanPhrasesPartsASubjectFromItsVerb) {
  EXPECT_EQ(clauses_of("Sailors held by [Oman | STATE | OMN] when it took the port were freed."), "hold!(Sailors, -) take(it, port) free!(Sailors, -)");
  EXPECT_EQ(clauses_of("Sailors held in [Oman | STATE | OMN] on charges of robbing a bank were freed."),
            "hold!(Sailors, -) rob(Sailors, bank) free!(Sailors, -)");
  EXPECT_EQ(clauses_of("Sailors stopped and held by [Oman | STATE | OMN] were freed."), "stop!(Sailors, -) hold!(Sailors, -) free!(Sailors, -)");
}

TEST(ClausesTest, TheVerbOfASubjectBehindWhatItsParticipleGoverns) {
  EXPECT_EQ(clauses_of("Guards sent to free the sailors were shot."), "send!(Guards, -) free(Guards, sailors) shoot!(Guards, -)");
  EXPECT_EQ(clauses_of("Sailors held in [Lima | CITY | lima], who had sold rifles, will be freed."),
            "hold!(Sailors, -) sell(Sailors, rifles) free!(Sailors, -)");
  EXPECT_EQ(clauses_of("Guards who vowed to free the sailors shot the captain."), "vow(Guards, -) free(Guards, sailors) shoot(Guards, captain)");
  EXPECT_EQ(clauses_of("Guards stormed out in anger, and the captain freed the sailors."), "storm(Guards, -) free(captain, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] blamed rebels trained in [Lima | CITY | lima]."), "blame(Peru, rebels) train!(rebels, -)");
}

TEST(ClausesTest, WhatIsSaidOfThoseWhomARelativeClauseDescribes) {
  EXPECT_EQ(clauses_of("Officials said the guards who freed the sailors had been shot."), "say(Officials, -) free(guards, sailors) shoot!(guards, -)");
}

TEST(ClausesTest, WhoDoesWhatAParticipleBehindACommaSays) {
  EXPECT_EQ(clauses_of("The sailors left after the government, defying [Peru | STATE | PER], freed them."),
            "leave(sailors, -) defy(government, Peru) free(government, them)");
  EXPECT_EQ(clauses_of("The ship was shelled by guards, killing two sailors."), "shell!(ship, -) kill(guards, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] ruled that the ship may leave, rejecting a plea."), "rule(Peru, -) leave(ship, -) reject(Peru, plea)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] was accused by sailors living in [Lima | CITY | lima] of freeing the guards."),
            "accuse!(Peru, -) live(sailors, -) free(Peru, guards)");
}

TEST(ClausesTest, AuxiliariesBeforeTheirSubject) {
  EXPECT_EQ(clauses_of("The guards left, nor did [Peru | STATE | PER] expel the sailors."), "leave(guards, -) do(-, -) expel(Peru, sailors)");
}

TEST(ClausesTest, ConjunctionsThatLookLikeAdverbs) {
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] will leave once the guards have freed the sailors."), "leave(Peru, -) free(guards, sailors)");
  EXPECT_EQ(clauses_of("[Peru | STATE | PER] bombed the camp there and freed the sailors."), "bomb(Peru, camp) free(Peru, sailors)");
}

}  // namespace
}  // namespace dragoman
