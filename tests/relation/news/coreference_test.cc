// Part of dragoman; see LICENSE.
//
// Pronouns and descriptions between sentences and clauses: "it", "its envoy", "both countries",
// "the group", "those", "each other".

#include "relation/news/told.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(NewsCoreferenceTest, WeIsWhoIsQuoted) {
  EXPECT_EQ(told("\"We will not talk to Rwanda,\" President Felix Tshisekedi of Congo said."),
            "consult: person:felix-tshisekedi RWA denied planned");
}

TEST(NewsCoreferenceTest, ItIsNotWhomItsVerbNames) {
  EXPECT_EQ(told("Pakistan said militants from Afghanistan had attacked Peshawar. It urged Kabul to act."),
            "attack: group:militants city:pak-peshawar; request: PAK AFG");
}

TEST(NewsCoreferenceTest, WhoSpeaksAtTheEndIsOfWhomTheSentenceIsAbout) {
  const Document doc = *shipped().analyze("Mali rejected a Kenyan offer of troops to fight Boko Haram, its information minister said.");
  for (const Mention& m : doc.mentions) {
    if (m.form != MentionForm::kPronominal) continue;
    EXPECT_EQ(doc.entities[m.entity].id, "MLI");
  }
}

TEST(NewsCoreferenceTest, WhoSaysSoAtTheEndIsWhomTheSentenceBeganWith) {
  EXPECT_EQ(told("The Turkish military bombed Kurdish rebels in Iraq, it said in a statement."), "attack: TUR group:kurdish-rebels");
}

TEST(NewsCoreferenceTest, WhoeverDoesBothDoesItToAnother) {
  EXPECT_EQ(told("Nicolas Maduro jailed Leopoldo Lopez after accusing him of lying."),
            "detain: person:nicolas-maduro person:leopoldo-lopez; accuse: person:nicolas-maduro person:leopoldo-lopez");
  EXPECT_EQ(told("Mali attacked Niger after accusing it of lying."), "attack: MLI NER; accuse: MLI NER");
}

TEST(NewsCoreferenceTest, WhoseEnvoyIsSentAway) {
  EXPECT_EQ(told("Poland said that Belarus had expelled its ambassador."), "expel: BLR POL");
  EXPECT_EQ(told("Mexico said that Ecuador had attacked its embassy."), "attack: ECU MEX");
  EXPECT_EQ(told("Chad expelled Sudan's ambassador. Khartoum expelled its ambassador."), "expel: TCD SDN; expel: SDN TCD");
  EXPECT_EQ(told("Bahrain cut ties with Iran. The Emirates recalled its ambassador."), "break_relations: BHR IRN; break_relations: ARE IRN");
  EXPECT_EQ(told("Kenya suspended aid to Sudan, and Chad recalled its ambassador."), "suspend: KEN SDN; economic_aid: KEN SDN cancelled; break_relations: TCD SDN");
}

TEST(NewsCoreferenceTest, AnEnvoyIsRecalledFromTheOneOtherState) {
  EXPECT_EQ(told("Ethiopia signed a pact. Somalia recalled its envoy."), "break_relations: SOM ETH");
  EXPECT_EQ(told("Colombia and the FARC will resume peace talks."),
            "negotiate: COL org:revolutionary-armed-forces-of-colombia planned");
}

TEST(NewsCoreferenceTest, WhoeverFollowsSuitDoesItToTheSame) {
  EXPECT_EQ(told("Costa Rica severed relations with Taipei; Panama and El Salvador did the same."),
            "break_relations: CRI TWN; break_relations: PAN TWN; break_relations: SLV TWN");
  EXPECT_EQ(told("Poland expelled two Russian diplomats. Latvia thanked Poland. Prices followed suit."), "expel: POL RUS; praise: LVA POL");
}

TEST(NewsCoreferenceTest, BothCountriesAreThoseThatWereJoined) {
  EXPECT_EQ(told("Mali and Niger fought for years. Both countries signed a truce in Algiers."),
            "at_war_with: MLI NER; agree: MLI NER; ceasefire: MLI NER");
}

TEST(NewsCoreferenceTest, APairAloneInItsSentenceIsTwo) {
  EXPECT_EQ(told("Kyrgyzstan and Tajikistan clashed. Each side blamed the other for the shots."),
            "clash: KGZ TJK; accuse: KGZ TJK; accuse: TJK KGZ");
  EXPECT_EQ(told("Thailand and Cambodia expelled each other's ambassadors."), "expel: THA KHM; expel: KHM THA");
}

TEST(NewsCoreferenceTest, WhoPressesBothSidesIsNoneOfThem) {
  EXPECT_EQ(told("Israel bombed Gaza. Egypt and Qatar pressed both sides to accept a truce."), "attack: ISR place:gaza-strip");
}

TEST(NewsCoreferenceTest, TheGroupIsTheArmedGroupSpokenOf) {
  EXPECT_EQ(told("Hezbollah fired on Israel. The group blamed Iran for the delay."), "attack: org:hezbollah ISR; accuse: org:hezbollah IRN");
}

TEST(NewsCoreferenceTest, AnArmedGroupIsOneOrMany) {
  EXPECT_EQ(told("Sudan's army left. The RSF did not comment. Its fighters attacked Khartoum."),
            "attack: org:rapid-support-forces city:sdn-khartoum");
  EXPECT_EQ(told("The Houthis left Kenya. They attacked a British ship."), "attack: org:houthis GBR");
}

TEST(NewsCoreferenceTest, TheMilitantsAreOfTheArmedGroupNamed) {
  EXPECT_EQ(told("Kenyan jets bombed al-Shabaab bases. The militants attacked Kismayo."),
            "attack: KEN org:al-shabaab; attack: org:al-shabaab city:som-kismayo");
  EXPECT_EQ(told("Boko Haram gunmen attacked Maiduguri. They also attacked Bama."),
            "attack: org:boko-haram city:nga-maiduguri; attack: org:boko-haram city:nga-bama");
}

TEST(NewsCoreferenceTest, ThoseAreWhatWasNamedBefore) {
  EXPECT_EQ(told("Bolivia restored relations with Peru and severed those with Israel."),
            "restore_relations: BOL PER; break_relations: BOL ISR");
}

TEST(NewsCoreferenceTest, SomeOfThemAreOfThem) {
  EXPECT_EQ(told("Iran arrested six French teachers, three of whom it freed in May."), "detain: IRN FRA; release: IRN FRA May");
}

TEST(NewsCoreferenceTest, OneWhomNobodyNames) {
  EXPECT_EQ(told("Rwanda's army chief flew to Lima, where he signed a pact with Peru."), "visit: RWA city:per-lima; agree: RWA PER");
  EXPECT_EQ(told("Togo denied Ghanaian claims that it planned to invade Benin."), "deny: TGO GHA; suspend: TGO GHA");
}

TEST(NewsCoreferenceTest, HisCountryIsThatOfWhoeverHeIs) {
  EXPECT_EQ(told("Donald Tusk said his country would not send arms to Ukraine."), "arms_transfer: POL UKR arms denied planned");
  EXPECT_EQ(told("Rebels negotiated with President Gustavo Petro's government in Havana."), "negotiate: group:rebels COL");
}

TEST(NewsCoreferenceTest, TheCountryOneIsKeptFromIsThatOfWhoeverForbids) {
  EXPECT_EQ(told("Bolivia praised Peru. Lima barred Evo Morales from entering the country."),
            "praise: BOL PER; coerce: PER person:evo-morales; visit: person:evo-morales PER denied");
}

TEST(NewsCoreferenceTest, WhatOneCallsANameIsTheName) {
  EXPECT_EQ(told("The American envoy denounced what she called Chinese aggression."), "criticise: USA CHN");
  EXPECT_EQ(told("Kenya expelled what it described as \"Somali spies\"."), "expel: KEN SOM");
}

TEST(NewsCoreferenceTest, TheLeaderOfAPartyLeadsNoState) {
  EXPECT_EQ(told("Zambia's main opposition party accused the army of fraud. Its leader, Joseph Banda, accused Malawi of lying."),
            "accuse: group:zambias-main-opposition-party ZMB; accuse: person:joseph-banda MWI");
  EXPECT_EQ(told("The main opposition party in Togo sued. Police arrested its members."),
            "detain: group:police group:main-opposition-party");
  EXPECT_EQ(told("Yemen's Houthis shelled Marib. Its fighters killed two Omani drivers."), "attack: org:houthis city:yem-marib; kill: org:houthis OMN");
}

TEST(NewsCoreferenceTest, TheGroupThatItsLeaderLeads) {
  const Document doc = *shipped().analyze("The main opposition party in Zambia marched. Its leader, Joseph Banda, was jailed.");
  for (const Relation& r : doc.relations) {
    if (shipped().knowledge()->schema().type(r.type).name != "holds_office") continue;
    EXPECT_EQ(doc.entities[r.arguments.back().entity].id, "group:main-opposition-party");
  }
}

TEST(NewsCoreferenceTest, TheGovernmentIsThatOfThePlaceNotOfWhoComesFromAfar) {
  EXPECT_EQ(told("Two nurses from Norway were shot in Ethiopia. The government accused Eritrea of murder.").find("accuse: NOR"), std::string::npos);
  EXPECT_EQ(told("Six soldiers from Nepal were wounded in South Sudan. The government blamed Uganda."),
            "harm: NPL; accuse: SSD UGA");
}

TEST(NewsCoreferenceTest, TheCountryIsNotWhoeverActsByItsCapital) {
  EXPECT_EQ(told("Niger's junta expelled a diplomat. It accused London of lying. Britain withdrew its soldiers from the country."),
            "expel: NER group:a-diplomat; accuse: NER GBR; withdraw: GBR NER");
}

TEST(NewsCoreferenceTest, ATownIsNoCapital) {
  EXPECT_EQ(told("Rebels took Mopti. Troops came from Bamako and shelled the town."),
            "occupy: group:rebels city:mli-mopti; attack: group:troops city:mli-mopti");
}

TEST(NewsCoreferenceTest, NoBodyOfAStateDoesItToItsOwn) {
  EXPECT_EQ(told("Sudanese soldiers shot two members of Hamas. The army accused them of spying."),
            "attack: SDN org:hamas; accuse: SDN group:members");
}

TEST(NewsCoreferenceTest, SomeOfThemWhoFellAreThoseItWasDoneTo) {
  EXPECT_EQ(told("Soldiers fired at miners in Lima. Nine of them were killed."), "attack: group:soldiers PER; kill: group:miners");
}

TEST(NewsCoreferenceTest, WhoIsToBeFreedIsNotAsked) {
  EXPECT_EQ(told("Ghana jailed Kofi Banda. Norway demanded his release."), "detain: GHA person:kofi-banda; demand: NOR");
}

TEST(NewsCoreferenceTest, TheArmyIsAtHomeWhereItHappened) {
  EXPECT_EQ(told("Bandits raided a market near Goma. The army accused Rwanda of fraud. It is old. Congo is rich."),
            "attack: group:bandits city:cod-goma; accuse: COD RWA");
  EXPECT_EQ(told("Soldiers held a rally. The junta tore up a pact with Paris.").find("FRA FRA"), std::string::npos);
}

TEST(NewsCoreferenceTest, AParamilitaryForceIsTheArmedGroup) {
  EXPECT_EQ(told("Sudan's army attacked the RSF. The paramilitary force then shelled Omdurman."),
            "attack: SDN org:rapid-support-forces; attack: org:rapid-support-forces city:sdn-omdurman");
}

TEST(NewsCoreferenceTest, WhoWasSeizedIsWhoWasFreed) {
  EXPECT_EQ(told("Police in Guinea jailed two lawyers, Oumar Bah and Sekou Sylla. They were tortured by soldiers from Mali."),
            "detain: GIN person:oumar-bah; detain: GIN person:sekou-sylla; harm: MLI group:lawyers");
}

TEST(NewsCoreferenceTest, WhereAPartyIsDoesNotGoOn) {
  EXPECT_EQ(told("The opposition in Senegal lost. It accused France of fraud.").find("accuse: SEN"), std::string::npos);
}

TEST(NewsCoreferenceTest, ABodyBehindItsNameIsTheSame) {
  EXPECT_EQ(told("Hamas, an Islamist movement, said it had shelled Haifa."), "attack: org:hamas city:isr-haifa");
}

TEST(NewsCoreferenceTest, APluralNameIsMany) {
  EXPECT_EQ(told("Iran's Revolutionary Guards said they had rammed a Greek tanker."),
            "attack: gov:islamic-revolutionary-guard-corps GRC");
}

// A city that stands for no state is itself, behind a pronoun too.
TEST(NewsCoreferenceTest, ASmallTownStandsForNoState) {
  EXPECT_EQ(told("Although it is built up, Fort Lee has parks. The George Washington Bridge is open."), "");
}

TEST(NewsCoreferenceTest, WhoSaysSoSpeaksOfHimself) {
  EXPECT_EQ(told("The envoy, Mike Hammer, left Mali. He met Kais Saied. The president of Togo said on Monday that he would visit Ghana."),
            "meet: person:mike-hammer person:kais-saied; visit: person:faure-gnassingbe GHA planned");
}

TEST(NewsCoreferenceTest, BothAreThoseOfTheSentenceBefore) {
  EXPECT_EQ(told("Tokyo and Manila praised the ruling. The two countries signed a treaty."), "agree: PHL JPN");
  EXPECT_EQ(told("Peru closed its border with Chile. Norway urged the neighbours to talk."),
            "suspend: PER CHL; request: NOR PER; request: NOR CHL; consult: PER CHL requested");
  EXPECT_EQ(told("Ghana and Togo are at odds. Their foreign ministers met."), "meet: GHA TGO");
  EXPECT_EQ(told("Ghana and Togo are at odds. Kenya condemned both."), "criticise: KEN GHA; criticise: KEN TGO");
  EXPECT_EQ(told("Ghana and Togo are at odds. Kofi Mensah brought the two sides together in Niamey.").find("NER"), std::string::npos);
}

TEST(NewsCoreferenceTest, HisRivalIsTheOtherOne) {
  EXPECT_EQ(told("Abdoulaye Wade won on Sunday. Abdou Diouf telephoned his rival."), "consult: person:abdou-diouf person:abdoulaye-wade");
  EXPECT_EQ(told("Chile left the bloc. Peru supports its ally."), "praise: PER CHL ongoing");
}

TEST(NewsCoreferenceTest, WhatAStateOrBodyIsCalled) {
  EXPECT_EQ(told("Qatar left the bloc. Norway condemned the gas-rich emirate."), "criticise: NOR QAT");
  EXPECT_EQ(told("Jordan is angry. Norway condemned the kingdom on Tuesday."), "criticise: NOR JOR Tuesday");
  EXPECT_EQ(told("Jordan is angry. Norway accused the kingdom of theft."), "accuse: NOR JOR");
  EXPECT_EQ(told("Hezbollah is angry. Norway condemned the Iran-backed militia."), "criticise: NOR org:hezbollah; military_aid: IRN org:hezbollah ongoing");
  EXPECT_EQ(told("Mali expelled a French envoy. Norway condemned the junta."), "expel: MLI FRA; criticise: NOR MLI");
  EXPECT_EQ(told("Paul Biya is angry. Norway condemned the 91-year-old leader."), "criticise: NOR person:paul-biya");
}

TEST(NewsCoreferenceTest, TiesBetweenThemAreRestored) {
  EXPECT_EQ(told("Ties between Chad and Sudan were restored on Monday."), "restore_relations: TCD SDN Monday");
}

TEST(NewsCoreferenceTest, WhoIsTakenToCourtIsAccused) {
  EXPECT_EQ(told("Togo took Ghana to the International Court of Justice, accusing it of theft."), "investigate: TGO GHA; accuse: TGO GHA");
}

TEST(NewsCoreferenceTest, TheGovernmentIsNoneOfSeveralStatesSideBySide) {
  EXPECT_EQ(told("Rebels held talks with the government of Chad. Kenya and Fiji welcomed the truce. The government accused Libya."),
            "negotiate: group:rebels TCD; accuse: TCD LBY");
  EXPECT_EQ(told("Kenya welcomed the truce. The government accused Libya."), "accuse: KEN LBY");
}

TEST(NewsCoreferenceTest, WhatOneIsToldToDoIsDoneWithOnesOwn) {
  EXPECT_EQ(told("Peru urged Chile to withdraw its troops from Ecuador."),
            "request: PER CHL; withdraw: CHL ECU requested");
  EXPECT_EQ(told("Oslo told Somalia to call off its raids on Kenya."),
            "demand: NOR SOM; attack: SOM KEN cancelled");
}

TEST(NewsCoreferenceTest, WhoIsToldIsWhomItIsToBeDoneTo) {
  EXPECT_NE(told("Omar Touray told the Kenyans that he would kill them.")
                .find("kill: person:omar-touray KEN"),
            std::string::npos);
  EXPECT_EQ(told("Rwanda summoned the Kenyan ambassador and told him that the road was closed."),
            "criticise: RWA KEN; consult: RWA KEN");
  EXPECT_NE(told("In a call with Emmanuel Macron, Keir Starmer offered to help him.")
                .find("promise: person:keir-starmer person:emmanuel-macron"),
            std::string::npos);
}

TEST(NewsCoreferenceTest, APhraseRightInFrontIsNotWhoDoesIt) {
  EXPECT_EQ(told("Gunmen freed two Chadian monks they had abducted in May."),
            "release: group:gunmen TCD; detain: group:gunmen TCD May");
}

TEST(NewsCoreferenceTest, ABidOfAnotherIsAboutWhoTurnsItDown) {
  EXPECT_EQ(told("Togo vetoed a bid at the United Nations to condemn its raid on Benin.")
                .find("attack: org:united-nations"),
            std::string::npos);
}

TEST(NewsCoreferenceTest, TheCountryIsNoneThatIsToldAside) {
  EXPECT_EQ(told("Chadian-backed rebels took a town in Sudan. Kenya accused the country of theft."),
            "military_aid: TCD group:chadian-backed-rebels ongoing; occupy: group:chadian-backed-rebels SDN; accuse: KEN SDN");
  EXPECT_EQ(told("Rebels in Chad left a town. Talks were held in Gabon. Mali accused the country "
                 "of theft."),
            "accuse: MLI TCD");
  EXPECT_NE(told("American President Joe Biden sanctioned Niger after the country's army had "
                 "arrested Mohamed Bazoum.")
                .find("detain: NER"),
            std::string::npos);
  EXPECT_EQ(told("Norway, which has long armed Chad, accused the country of theft."),
            "arms_transfer: NOR TCD; accuse: NOR TCD");
}

TEST(NewsCoreferenceTest, TheCountriesAreAllOfAList) {
  EXPECT_EQ(told("Niger, Mali and Togo left the pact. The countries accused Benin of spying."),
            "accuse: NER BEN; accuse: MLI BEN; accuse: TGO BEN");
  EXPECT_EQ(told("Togo and Mali met Ghana. Niger thanked the two countries that had helped it.")
                .find("praise: NER TGO"),
            std::string::npos);
}

TEST(NewsCoreferenceTest, ATextTellsWhoHoldsAnOffice) {
  EXPECT_NE(told("Peru's president, Hugo Carrasco, accused Bolivia of spying. The Peruvian leader "
                 "thanked Chile.")
                .find("praise: person:hugo-carrasco CHL"),
            std::string::npos);
  EXPECT_NE(told("Latvian Foreign Minister Zigmars Kalve flew to Riga. The Latvian minister "
                 "accused Estonia of theft.")
                .find("accuse: person:zigmars-kalve EST"),
            std::string::npos);
  EXPECT_NE(told("King Hussein met Yitzhak Rabin. The monarch thanked Norway.")
                .find("praise: person:king-hussein NOR"),
            std::string::npos);
}

TEST(NewsCoreferenceTest, NobodyIsAPrinceWhomNothingCallsSo) {
  EXPECT_EQ(
      told("Omar Touray accused Iran of theft. He flew to Jeddah and thanked the crown prince.")
          .find("praise: person:omar-touray person:omar"),
      std::string::npos);
}

TEST(NewsCoreferenceTest, ThePresidentIsOfTheOnlyStateOfTheText) {
  EXPECT_EQ(told("Ghanaian police beat monks on Friday. The president thanked the bishops.")
                .find("praise: group"),
            std::string::npos);
  EXPECT_NE(told("Cuban doctors arrived in Caracas on Monday. The president thanked the bishops.")
                .find("praise: group:the-president"),
            std::string::npos);
}

TEST(NewsCoreferenceTest, TheirCapitalsAreThoseOfBoth) {
  EXPECT_EQ(told("Ghana and Togo signed a pact. Omar Touray will visit their capitals."),
            "agree: GHA TGO; visit: person:omar-touray GHA planned; visit: person:omar-touray TGO "
            "planned");
}

TEST(NewsCoreferenceTest, HostsAreWhereOneIs) {
  EXPECT_EQ(told("Musa Bello, who was visiting Nairobi, thanked his hosts."),
            "visit: person:musa-bello city:ken-nairobi; praise: person:musa-bello KEN");
}

TEST(NewsCoreferenceTest, TheCapitalIsTheCitySpokenOf) {
  EXPECT_NE(told("Ethiopian tanks rolled into Mogadishu. Kenyan jets attacked the capital.")
                .find("attack: KEN city:som-mogadishu"),
            std::string::npos);
}

TEST(NewsCoreferenceTest, AGovernmentIsNotThatOfALandNamedForItsBorder) {
  EXPECT_EQ(told("Sudan's rebels hold most of Geneina, a town bordering Chad. The rebels accused the government of shelling villages."),
            "occupy: group:sudans-rebels city:sdn-el-geneina ongoing; accuse: group:sudans-rebels SDN");
}

TEST(NewsCoreferenceTest, AMovementOfALandIsTheBody) {
  EXPECT_EQ(told("Colombia's ELN group attacked a base in Venezuela."), "attack: org:national-liberation-army VEN");
}

TEST(NewsCoreferenceTest, WhoTellsOfAPlanTellsOfHisOwn) {
  EXPECT_EQ(told("Japan has told Peru it will not attack Chile."), "attack: JPN CHL denied planned");
  EXPECT_EQ(told("Chad warned Togo that it would attack Ghana."), "threaten: TCD TGO; attack: TCD GHA planned");
  EXPECT_EQ(told("Japan assured the government of Peru that it would not attack Chile."),
            "promise: JPN PER; attack: JPN CHL denied promised");
  EXPECT_EQ(told("Japan told Peru that it would have to leave Chile."), "consult: JPN PER; withdraw: PER CHL planned");
}

TEST(NewsCoreferenceTest, TheGovernmentInACapitalIsThatOfItsState) {
  EXPECT_EQ(told("Latvia will leave Chad. Its troops cannot stay if the government in Ndjamena refuses talks."),
            "withdraw: LVA TCD planned; reject: TCD potential");
  EXPECT_EQ(told("Peru sold arms to Chile. The junta in Bamako accused Togo."), "arms_transfer: PER CHL arms; accuse: MLI TGO");
  const Document doc = *shipped().analyze("Peru criticised the government in Lima. The regime in Ndola fled.");
  for (const Mention& m : doc.mentions) {
    if (m.form != MentionForm::kNominal) continue;
    EXPECT_NE(doc.entities[m.entity].id, "ZMB") << "Ndola is no capital";
  }
  for (const Relation& r : doc.relations) EXPECT_NE(shipped().knowledge()->schema().type(r.type).name, "located_in");
}

TEST(NewsCoreferenceTest, ANeighbourIsOneOnTheMap) {
  EXPECT_EQ(told("Niger closed a mine. France accused Mali. Nigeria attacked its neighbour."), "accuse: FRA MLI; attack: NGA NER");
  EXPECT_EQ(told("Peru accused France. Japan attacked its neighbour."), "accuse: PER FRA; attack: JPN PER") << "an island may have any";
}

TEST(NewsCoreferenceTest, WhatIsWhoseAtTheHeadOfAClause) {
  EXPECT_EQ(told("Ghana withdrew its troops, and Togo must end its support for Boko Haram."),
            "withdraw: GHA; suspend: TGO org:boko-haram potential; military_aid: TGO org:boko-haram cancelled");
  EXPECT_EQ(told("Ghana accused Mali, and Togo has expelled its envoy."), "accuse: GHA MLI; expel: TGO MLI") << "nobody expels his own";
}

TEST(NewsCoreferenceTest, TheKingdomOfAMinistry) {
  EXPECT_EQ(told("Saudi Arabia's foreign ministry said the kingdom had recalled its ambassador from Canada."), "break_relations: SAU CAN");
  EXPECT_EQ(told("Peru and Chile recognised the new state."), "") << "not each other";
}

}  // namespace
}  // namespace dragoman
