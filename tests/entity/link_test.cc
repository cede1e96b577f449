// Part of dragoman; see LICENSE.
//
// Which mentions are one thing.  Whole texts go through the pipeline with the shipped data;
// a failure shows two marked texts that differ.

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "dragoman/pipeline.h"
#include "shipped.h"

namespace dragoman {
namespace {

// Writes each linked mention of the wanted types into its text as [mention | entity id].
std::string mark(const std::string& text, std::initializer_list<MentionType> types,
                 std::optional<Date> date = std::nullopt) {
  const Document doc = *shipped().analyze(text, {.id = "", .date = date, .outlet = "", .url = ""});
  std::string out;
  std::size_t at = 0;
  for (const Mention& m : doc.mentions) {
    if (m.entity == kNone || m.span.start < at) continue;
    const MentionType type = doc.entities[m.entity].type;
    if (std::find(types.begin(), types.end(), type) == types.end()) continue;
    out += doc.text.view().substr(at, m.span.start - at);
    out += "[" + std::string(doc.slice(m)) + " | " + doc.entities[m.entity].id + "]";
    at = m.span.end;
  }
  return out + std::string(doc.text.view().substr(at));
}

std::string persons(const std::string& text) { return mark(text, {MentionType::kPerson}); }
std::string states(const std::string& text) { return mark(text, {MentionType::kState}); }

TEST(LinkTest, FamilyNameIsThePersonNamedInFull) {
  EXPECT_EQ(persons("Foreign Minister Elina Valtonen flew to Riga. Valtonen met soldiers."),
            "Foreign Minister [Elina Valtonen | person:elina-valtonen] flew to Riga. "
            "[Valtonen | person:elina-valtonen] met soldiers.");
}

TEST(LinkTest, FamilyNameMayComeBeforeTheFullName) {
  EXPECT_EQ(persons("Protests greet Okonjo in Oslo\n\nOSLO - Trade chief Bernard Okonjo arrived on Monday.\n"),
            "Protests greet [Okonjo | person:bernard-okonjo] in Oslo\n\n"
            "OSLO - Trade chief [Bernard Okonjo | person:bernard-okonjo] arrived on Monday.\n");
}

TEST(LinkTest, KoreanAndChineseFamilyNamesStandFirst) {
  EXPECT_EQ(persons("North Korean envoy Choe Son Hui spoke first. Choe left early."),
            "North Korean envoy [Choe Son Hui | person:choe-son-hui] spoke first. "
            "[Choe | person:choe-son-hui] left early.");
}

TEST(LinkTest, HyphensAccentsAndCapitalsDoNotMakeASecondPerson) {
  EXPECT_EQ(persons("Kim Jong-un spoke. KIM JONG UN left. Nicolás Maduro and Nicolas Maduro are one."),
            "[Kim Jong-un | person:kim-jong-un] spoke. [KIM JONG UN | person:kim-jong-un] left. "
            "[Nicolás Maduro | person:nicolas-maduro] and [Nicolas Maduro | person:nicolas-maduro] are one.");
}

TEST(LinkTest, TwoPersonsOfOneFamilyStayTwo) {
  EXPECT_EQ(persons("Kim Jong Un travelled with his sister, Kim Yo Jong."),
            "[Kim Jong Un | person:kim-jong-un] travelled with [his | person:kim-jong-un] [sister "
            "| person:kim-yo-jong], "
            "[Kim Yo Jong | person:kim-yo-jong].");
}

TEST(LinkTest, PronounsAgreeInGender) {
  EXPECT_EQ(persons("Giorgia Meloni met Emmanuel Macron. She thanked him."),
            "[Giorgia Meloni | person:giorgia-meloni] met [Emmanuel Macron | person:emmanuel-macron]. "
            "[She | person:giorgia-meloni] thanked [him | person:emmanuel-macron].");
}

TEST(LinkTest, APossessiveBelongsToItsOwnClause) {
  EXPECT_EQ(states("Chile opened a mine while Peru sent its ships to Panama."),
            "[Chile | CHL] opened a mine while [Peru | PER] sent [its | PER] ships to [Panama | PAN].");
}

TEST(LinkTest, WhoIsBlamedForAMurderIsNotTheVictim) {
  EXPECT_EQ(persons("Emmanuel Macron is alive. A spy accused Vladimir Putin of his murder.").find("[his | person:vladimir-putin]"), std::string::npos);
}

TEST(LinkTest, WhoBeganTheSentenceGoesOnBehindBut) {
  EXPECT_EQ(states("Kenya has sent rice to Uganda, but it has kept the maize."),
            "[Kenya | KEN] has sent rice to [Uganda | UGA], but [it | KEN] has kept the maize.");
  // Another may speak of the second.
  EXPECT_EQ(states("Chile said that Peru sent rice to Laos, but it had kept the maize.").find("[it | CHL]"), std::string::npos);
}

TEST(LinkTest, ACapitalThatActsIsItsState) {
  EXPECT_EQ(states("Kinshasa was warned about its troops."), "Kinshasa was warned about [its | COD] troops.");
}

TEST(LinkTest, ADescriptionIsNotWhoActsOnIt) {
  EXPECT_EQ(states("Mali held no vote. France suspended its aid to the country."),
            "[Mali | MLI] held no vote. [France | FRA] suspended [its | FRA] aid to [the country | MLI].");
  EXPECT_EQ(states("Hungary was silent. Poland blamed the country."), "[Hungary | HUN] was silent. [Poland | POL] blamed [the country | HUN].");
}

TEST(LinkTest, WhereAStateLiesTellsWhichOneIsMeant) {
  EXPECT_EQ(states("Kuwait and Chad signed a deal. The landlocked country has oil. The Gulf state buys it."),
            "[Kuwait | KWT] and [Chad | TCD] signed a deal. [The landlocked country | TCD] has oil. "
            "[The Gulf state | KWT] buys [it | KWT].");
  EXPECT_EQ(states("Laos and Peru signed a deal. The South American country sells copper."),
            "[Laos | LAO] and [Peru | PER] signed a deal. [The South American country | PER] sells copper.");
}

TEST(LinkTest, ANeighbourIsAnother) {
  EXPECT_EQ(states("Niger spoke to Chad. Niger then closed the border with its eastern neighbour."),
            "[Niger | NER] spoke to [Chad | TCD]. [Niger | NER] then closed the border with [its eastern neighbour | TCD].");
}

TEST(LinkTest, AStateOfANationalityIsThatState) {
  EXPECT_EQ(states("Peru sold the ship. It belongs to a line that the Chinese state runs."),
            "[Peru | PER] sold the ship. [It | PER] belongs to a line that [the Chinese state | CHN] runs.");
}

TEST(LinkTest, AKingdomIsTheOneThatWasNamedInTheClauseBefore) {
  EXPECT_EQ(states("Saudi troops rolled into Bahrain, and Kuwait lent the kingdom 500 policemen."),
            "[Saudi | SAU] troops rolled into [Bahrain | BHR], and [Kuwait | KWT] lent [the kingdom | BHR] 500 policemen.");
}

TEST(LinkTest, ACapitalIsCalledByWhatItsStateIs) {
  EXPECT_EQ(states("Tunisia broke with Rabat. The kingdom was calm."),
            "[Tunisia | TUN] broke with Rabat. [The kingdom | MAR] was calm.");
}

TEST(LinkTest, TheTwoAreThoseJustNamed) {
  const Document d = *shipped().analyze("Kenya and Uganda quarrelled. China urged the two to talk.", {});
  const auto pair = std::find_if(d.entities.begin(), d.entities.end(), [](const Entity& e) { return !e.members.empty(); });
  ASSERT_NE(pair, d.entities.end());
  EXPECT_EQ(d.entities[pair->members[0]].id, "KEN");
  EXPECT_EQ(d.entities[pair->members[1]].id, "UGA");
}

TEST(LinkTest, WhoseEnvoyGoesBetweenTheTwoIsNotOfThem) {
  const Document d = *shipped().analyze(
      "Eritrea and Ethiopia quarrelled. An envoy of Chad and Rwanda's president shuttled between the two capitals.", {});
  const auto pair = std::find_if(d.entities.begin(), d.entities.end(), [](const Entity& e) { return !e.members.empty(); });
  ASSERT_NE(pair, d.entities.end());
  EXPECT_EQ(d.entities[pair->members[0]].id, "ERI");
  EXPECT_EQ(d.entities[pair->members[1]].id, "ETH");
}

TEST(LinkTest, TheObjectOfARelativeClauseIsNotItsSubject) {
  EXPECT_EQ(persons("Kenya saw Mohamed Bazoum on Saturday and may act against the junta that is holding him."),
            "Kenya saw [Mohamed Bazoum | person:mohamed-bazoum] on Saturday and may act against the junta that is holding "
            "[him | person:mohamed-bazoum].");
}

TEST(LinkTest, AStormIsNobody) {
  const auto both = [](const std::string& text) { return mark(text, {MentionType::kPerson, MentionType::kEvent}); };
  EXPECT_EQ(both("Hurricane Monica came ashore in the west of Cuba on Friday. Monica then moved on to Haiti."),
            "[Hurricane Monica | event:hurricane-monica] came ashore in the west of Cuba on Friday. [Monica | event:hurricane-monica] then moved on to Haiti.");
  EXPECT_EQ(both("Thousands fled from Storm Nora in Ireland."), "Thousands fled from [Storm Nora | event:storm-nora] in Ireland.");
  EXPECT_EQ(both("After Typhoon Marta, Minister Marta Ruiz flew to Manila. Marta wept."),
            "After [Typhoon Marta | event:typhoon-marta], Minister [Marta Ruiz | person:marta-ruiz] flew to Manila. "
            "[Marta | person:marta-ruiz] wept.");
}

TEST(LinkTest, WhoIsSpokenOfStaysHeThroughOtherNames) {
  EXPECT_EQ(persons("Narendra Modi arrived on Monday. He spoke of Emmanuel Macron. He left at noon."),
            "[Narendra Modi | person:narendra-modi] arrived on Monday. [He | person:narendra-modi] spoke of "
            "[Emmanuel Macron | person:emmanuel-macron]. [He | person:narendra-modi] left at noon.");
}

TEST(LinkTest, TheObjectOfAGerundIsNotItsSubject) {
  EXPECT_EQ(states("Rwanda broke with Belgium, accusing it of bias."),
            "[Rwanda | RWA] broke with [Belgium | BEL], accusing [it | BEL] of bias.");
}

TEST(LinkTest, CommonWordsInCapitalsAreWords) {
  EXPECT_EQ(mark("THE SUMMIT IS OVER AND THE HOST TOLD US TO GO HOME.",
                 {MentionType::kState, MentionType::kCity, MentionType::kOrganisation, MentionType::kArmedGroup}),
            "THE SUMMIT IS OVER AND THE HOST TOLD US TO GO HOME.");
}

TEST(LinkTest, TheNorthNeedsAStateOfThatName) {
  EXPECT_EQ(states("North Korea fired a missile. The North said it was a test."),
            "[North Korea | PRK] fired a missile. [The North | PRK] said [it | PRK] was a test.");
  EXPECT_EQ(states("Italy is rich in the North."), "[Italy | ITA] is rich in the North.");
}

TEST(LinkTest, OneStateUnderManyNames) {
  EXPECT_EQ(states("The United States, the U.S., America's ally and U-S troops"),
            "The [United States | USA], the [U.S. | USA], [America | USA]'s ally and [U-S | USA] troops");
}

TEST(LinkTest, LowerCaseUsIsNoState) {
  EXPECT_EQ(states("They told us that US troops left."), "They told us that [US | USA] troops left.");
}

TEST(LinkTest, NamesThatAreCommonWordsNeedSupport) {
  EXPECT_EQ(states("Michael Jordan ate turkey with Chad Smith."), "Michael Jordan ate turkey with Chad Smith.");
  EXPECT_EQ(states("Jordan and Turkey signed a pact with Chad."),
            "[Jordan | JOR] and [Turkey | TUR] signed a pact with [Chad | TCD].");
}

TEST(LinkTest, MonthsAndDaysAreNoPlaces) {
  EXPECT_EQ(mark("The envoys left Lima in March, before the vote on Sunday.", {MentionType::kCity, MentionType::kPlace}),
            "The envoys left [Lima | city:per-lima] in March, before the vote on Sunday.");
}

TEST(LinkTest, StatesWithOneWordInCommonAreToldApart) {
  EXPECT_EQ(states("Niger and Nigeria, Guinea and Guinea-Bissau, Dominica and the Dominican Republic met."),
            "[Niger | NER] and [Nigeria | NGA], [Guinea | GIN] and [Guinea-Bissau | GNB], "
            "[Dominica | DMA] and the [Dominican Republic | DOM] met.");
}

TEST(LinkTest, AcronymStandsForTheLongForm) {
  EXPECT_EQ(mark("The Baltic Harbour Safety Agency (BHSA) closed. The BHSA gave no reason.",
                 {MentionType::kOrganisation, MentionType::kGovernmentBody}),
            "The [Baltic Harbour Safety Agency | org:baltic-harbour-safety-agency] "
            "([BHSA | org:baltic-harbour-safety-agency]) closed. "
            "The [BHSA | org:baltic-harbour-safety-agency] gave no reason.");
}

TEST(LinkTest, GroupsOfOneStateAreOne) {
  EXPECT_EQ(mark("Polish officials met. The officials agreed.", {MentionType::kGroup}),
            "[Polish officials | group:polish-officials] met. The [officials | group:polish-officials] agreed.");
}

const Date kSummer2023{2023, 7, 11}, kSummer2024{2024, 7, 11};
std::string persons_on(const Date& date, const std::string& text) { return mark(text, {MentionType::kPerson}, date); }

TEST(LinkTest, AnOfficeAloneIsItsHolderAtTheDate) {
  const std::string text = "The Russian defence minister landed in Minsk.";
  EXPECT_EQ(persons_on(kSummer2023, text), "[The Russian defence minister | person:sergei-shoigu] landed in Minsk.");
  EXPECT_EQ(persons_on(kSummer2024, text), "[The Russian defence minister | person:andrei-belousov] landed in Minsk.");
  EXPECT_EQ(persons(text), text);   // no date, no link
}

TEST(LinkTest, FormerNextAndDeputyHoldersAreNobodyKnown) {
  for (const char* text : {"The former Russian defence minister wrote a book.", "The next French president must act.",
                           "The Russian deputy defence minister flew to Accra.", "A French president seldom visits Fiji."}) {
    EXPECT_EQ(persons_on(kSummer2023, text), text);
  }
}

TEST(LinkTest, ANameBesideTheOfficeGoesBeforeTheTable) {
  EXPECT_EQ(persons_on(kSummer2024, "The Russian defence minister, Oleg Trask, left."),
            "[The Russian defence minister | person:oleg-trask], [Oleg Trask | person:oleg-trask], left.");
}

TEST(LinkTest, ItsMinisterIsTheStatesOwn) {
  EXPECT_EQ(persons_on(kSummer2023, "Ukraine asked for shells, and its foreign minister flew to Oslo."),
            "Ukraine asked for shells, and [its foreign minister | person:dmytro-kuleba] flew to Oslo.");
}

TEST(LinkTest, ABodysChiefIsItsOwn) {
  EXPECT_EQ(persons_on(kSummer2023, "The NATO secretary general met the CIA director."),
            "[The NATO secretary general | person:jens-stoltenberg] met [the CIA director | person:william-burns].");
}

TEST(LinkTest, OtherSpellingsAreTheKnownPersonWhereItsStateIsSpokenOf) {
  EXPECT_EQ(persons_on(kSummer2023, "Iran freed the crew. Mahmud Ahmadinejad praised it."),
            "Iran freed the crew. [Mahmud Ahmadinejad | person:mahmoud-ahmadinejad] praised it.");
  EXPECT_EQ(persons_on(kSummer2023, "Mahmud Ahmadinejad opened a bakery in Turin."),
            "[Mahmud Ahmadinejad | person:mahmud-ahmadinejad] opened a bakery in Turin.");
}

TEST(LinkTest, TwoSpellingsOfAnUnknownPersonAreOne) {
  EXPECT_EQ(persons("Police freed Qassem Traboulin. Later Qasim Traboulin thanked them."),
            "Police freed [Qassem Traboulin | person:qassem-traboulin]. "
            "Later [Qasim Traboulin | person:qassem-traboulin] thanked them.");
}

TEST(LinkTest, NamesakesAreToldApartByDate) {
  EXPECT_EQ(persons_on({1990, 9, 11}, "George Bush spoke to Congress."), "[George Bush | person:george-bush] spoke to Congress.");
  EXPECT_EQ(persons_on({2003, 5, 1}, "George Bush spoke on a carrier."), "[George Bush | person:george-w-bush] spoke on a carrier.");
  EXPECT_EQ(persons_on({1998, 5, 1}, "Congolese President Laurent Kabila met Joseph Kabila."),
            "Congolese President [Laurent Kabila | person:laurent-desire-kabila] met [Joseph Kabila | person:joseph-kabila].");
}

TEST(LinkTest, AVietnamesePersonIsCalledByTheLastName) {
  EXPECT_EQ(persons_on(kSummer2023, "Nguyen Phu Trong met guests. Trong praised the talks."),
            "[Nguyen Phu Trong | person:nguyen-phu-trong] met guests. [Trong | person:nguyen-phu-trong] praised the talks.");
}

TEST(LinkTest, APossessiveInABodysNameIsNoOtherBody) {
  EXPECT_EQ(mark("Kenya's finance ministry agreed. The Kenyan Ministry of Finance paid.", {MentionType::kGovernmentBody}),
            "[Kenya's finance ministry | gov:ken-ministry-of-finance] agreed. "
            "The [Kenyan Ministry of Finance | gov:ken-ministry-of-finance] paid.");
}

std::set<std::string> members_of(const std::string& text, const std::string& description) {
  const Document doc = *shipped().analyze(text, {.id = "", .date = Date{2024, 5, 10}, .outlet = "", .url = ""});
  std::set<std::string> out;
  for (const Mention& m : doc.mentions) {
    if (m.entity == kNone || !std::string(doc.slice(m)).ends_with(description)) continue;
    for (const Index e : doc.entities[m.entity].members) out.insert(doc.entities[e].id);
  }
  return out;
}

TEST(LinkTest, AMothersNameIsNoFamilyName) {
  EXPECT_EQ(persons("Minister Ivan Marquez spoke."), "Minister [Ivan Marquez | person:ivan-marquez] spoke.");
  EXPECT_EQ(persons("President Ivan Duque Marquez spoke."), "President [Ivan Duque Marquez | person:ivan-duque] spoke.");
}

TEST(LinkTest, ThreeAreTheLastListOfThree) {
  using Ids = std::set<std::string>;
  EXPECT_EQ(members_of("Ghana, Togo and Benin met in Lome. Mali watched. Niger thanked all three.", "all three"), (Ids{"BEN", "GHA", "TGO"}));
  EXPECT_EQ(members_of("Ghana, Togo and Benin met Mali. The three countries signed a pact.", "three countries"), (Ids{"BEN", "GHA", "TGO"}));
  EXPECT_EQ(members_of("Ghana met Togo. The three countries signed a pact.", "three countries"), Ids{});
}

TEST(LinkTest, PairsOfTheSameWordsAreDifferentPairs) {
  const std::string text = "Ghana and Togo signed a pact. The two countries will share a port.\n\n"
                           "Benin and Mali opened talks. The two countries will share a road.\n\n"
                           "Togo and Ghana met again. The two countries trade.";
  const Document d = *shipped().analyze(text, {.id = "", .date = Date{2024, 5, 10}, .outlet = "", .url = ""});
  std::vector<std::string> pairs;
  for (const Entity& e : d.entities) {
    if (!e.members.empty()) pairs.push_back(e.id);
  }
  EXPECT_EQ(pairs, (std::vector<std::string>{"group:ghana-and-togo", "group:benin-and-mali"}));
}

TEST(LinkTest, GroupsOfTheSameWordsAreOfTheirStates) {
  const Document d = *shipped().analyze("Kenya said its army attacked Peru on Monday. Chile said its army attacked Fiji.",
                                        {.id = "", .date = Date{2024, 5, 10}, .outlet = "", .url = ""});
  std::vector<std::string> armies;
  for (const Entity& e : d.entities) {
    if (e.type == MentionType::kGroup) armies.push_back(e.id + " of " + e.state);
  }
  EXPECT_EQ(armies, (std::vector<std::string>{"group:army of KEN", "group:chl-army of CHL"}));
}

TEST(LinkTest, APairIsTwoThatWereNamedTogetherOrAreMostInMind) {
  using Ids = std::set<std::string>;
  EXPECT_EQ(members_of("Ghana and Togo signed a pact. Envoys from Benin watched. The two countries will share a port.",
                       "two countries"),
            (Ids{"GHA", "TGO"}));
  // Whoever acts on the pair is not of it.
  EXPECT_EQ(members_of("Ghana sent troops to the border with Togo. Ghana accused Togo of theft. "
                       "Nigeria offered to mediate between the two neighbours.",
                       "two neighbours"),
            (Ids{"GHA", "TGO"}));
  // In a clause of their own, the one who says so may be.
  EXPECT_EQ(members_of("Ghana sent an envoy to Togo. Ghana said that the two countries would share a port.",
                       "two countries"),
            (Ids{"GHA", "TGO"}));
}

TEST(LinkTest, APairIsTheTwoOfTheSentenceBefore) {
  using Ids = std::set<std::string>;
  // By capital, adjective, possessor, or who leads them.
  EXPECT_EQ(members_of("Bamako rebuked Niamey on Monday. The two countries trade.", "two countries"), (Ids{"MLI", "NER"}));
  EXPECT_EQ(members_of("Chilean gunners shelled a Bolivian post. Both armies fell silent.", "armies"), (Ids{"BOL", "CHL"}));
  EXPECT_EQ(members_of("Chile's border with Peru was calm. The neighbours trade.", "neighbours"), (Ids{"CHL", "PER"}));
  EXPECT_EQ(members_of("Evo Morales landed in Peru. The two countries trade.", "two countries"), (Ids{"BOL", "PER"}));
  // A third that stands in another clause, or where it happened, is not of it.
  EXPECT_EQ(members_of("Chad accused Sudan on Monday of theft that Kenya had condemned. The two countries trade.", "two countries"),
            (Ids{"SDN", "TCD"}));
  // Whom the text has called so before.
  EXPECT_EQ(members_of("Chad and Sudan met. The two countries trade. Kenya's envoy and Peru have urged both countries to talk.", "both countries"),
            (Ids{"SDN", "TCD"}));
  EXPECT_EQ(members_of("Mali accused the Tuareg rebels of theft. Each side broke the truce.", "Each side").size(), 2u);
  EXPECT_EQ(members_of("China thanked both Koreas.", "Koreas"), (Ids{"KOR", "PRK"}));
}

TEST(LinkTest, APairInOneWord) {
  using Ids = std::set<std::string>;
  EXPECT_EQ(members_of("Ghana and Togo opened a port. Kenya urged both to share it.", "both"), (Ids{"GHA", "TGO"}));
  EXPECT_EQ(members_of("Ghana and Togo opened a port. The pair will share it.", "The pair"), (Ids{"GHA", "TGO"}));
  EXPECT_EQ(members_of("Emmanuel Macron received Paul Biya. The two dined.", "The two"), (Ids{"person:emmanuel-macron", "person:paul-biya"}));
}

TEST(LinkTest, TheirMinistersAreThoseOfBoth) {
  EXPECT_EQ(members_of("Ghana and Togo opened a port. Their foreign ministers met.", "Their foreign ministers"), (std::set<std::string>{"GHA", "TGO"}));
}

TEST(LinkTest, LeadersAreNoSpokesmen) {
  EXPECT_EQ(members_of("President Amina Sesay met Prime Minister Karl Holm on Monday. Spokesman Peter Lund said it "
                       "went well, and spokeswoman Anna Berg agreed. The pope congratulated both leaders.",
                       "both leaders"),
            (std::set<std::string>{"person:amina-sesay", "person:karl-holm"}));
}

TEST(LinkTest, BothCampsAndTheTwoCapitalsAreThoseThatWereJoined) {
  EXPECT_EQ(members_of("Ghana and Togo closed their border. Kenya shuttled between the two capitals.", "capitals"),
            (std::set<std::string>{"GHA", "TGO"}));
  EXPECT_EQ(members_of("Sri Lanka and the Tamil Tigers signed a truce. Norway urged both camps to keep it.", "camps"),
            (std::set<std::string>{"LKA", "org:liberation-tigers-of-tamil-eelam"}));
}

TEST(LinkTest, AKingdomIsAStateThatIsOne) {
  EXPECT_EQ(states("Jordan recalled its envoy from Syria. The kingdom wants an apology."),
            "[Jordan | JOR] recalled [its | JOR] envoy from [Syria | SYR]. [The kingdom | JOR] wants an apology.");
  EXPECT_EQ(states("Peru met Cuba in Lima. Storms had hit the island."),
            "[Peru | PER] met [Cuba | CUB] in Lima. Storms had hit [the island | CUB].");
}

TEST(LinkTest, TheGeneralIsTheOnlyPersonInMind) {
  EXPECT_EQ(persons("Soldiers seized Amin Kato in a village. The general will be tried."),
            "Soldiers seized [Amin Kato | person:amin-kato] in a village. [The general | person:amin-kato] will be tried.");
  const std::string two = "Soldiers seized Amin Kato and Omar Touray. The general will be tried.";
  EXPECT_EQ(persons(two).find("[The general"), std::string::npos);
}

TEST(LinkTest, AnObjectMayBeTheObjectBefore) {
  EXPECT_EQ(persons("Police found Omar Touray. Guards handcuffed him and put him on a boat."),
            "Police found [Omar Touray | person:omar-touray]. Guards handcuffed [him | person:omar-touray] and put "
            "[him | person:omar-touray] on a boat.");
}

TEST(LinkTest, AWarshipIsNotItsNamesake) {
  const std::string text = "The USS Carl Vinson left port, and HMS Queen Elizabeth came.";
  EXPECT_EQ(persons(text), text);
}

TEST(LinkTest, BehindASemicolonAPossessiveIsTheSubjects) {
  EXPECT_EQ(states("Peru, which borders Chile, closed a port; its army was silent."),
            "[Peru | PER], which borders [Chile | CHL], closed a port; [its | PER] army was silent.");
}

TEST(LinkTest, LettersThatOnlyContextExplainsGiveWay) {
  const auto organisations = [](const std::string& text) {
    return mark(text, {MentionType::kMedia, MentionType::kGovernmentBody});
  };
  EXPECT_EQ(organisations("Residents told AFP that shots were heard."),
            "Residents told [AFP | org:agence-france-presse] that shots were heard.");
}

TEST(LinkTest, SameBytesEveryTime) {
  const std::string text = "Kim Jong Un met Vladimir Putin in Vladivostok. He said Russia and the North are allies.";
  const std::string once = persons(text) + states(text);
  for (int i = 0; i < 20; ++i) ASSERT_EQ(persons(text) + states(text), once);
}

}  // namespace
}  // namespace dragoman
