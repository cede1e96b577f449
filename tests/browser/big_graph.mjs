// Part of dragoman; see LICENSE.
//
// A graph file of any size with the shape of news: a few hubs, many that are named once, several
// outlets, two years, reports that contradict one another.  The same numbers give the same bytes.

import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const TYPES = { STATE: 'alpha', PERSON: 'person', GOVERNMENT_BODY: 'gov', INTERNATIONAL_ORG: 'org', ARMED_GROUP: 'group', CITY: 'city', COMPANY: 'org', MEDIA: 'org' };
const RELATIONS = [['meet', true], ['visit'], ['accuse'], ['arms_transfer'], ['sanction'], ['attack'], ['negotiate', true], ['holds_office'],
  ['military_aid'], ['threaten'], ['trade', true], ['criticise'], ['agree', true], ['detain']];
const STATUSES = ['happened', 'happened', 'happened', 'ongoing', 'planned', 'potential', 'requested', 'threatened', 'agreed', 'cancelled'];
const SYLLABLES = ['ka', 'ro', 'mi', 'ven', 'sto', 'lu', 'ber', 'an', 'dri', 'pol', 'esh', 'tar', 'gu', 'lin', 'mo', 'zha', 'per', 'ni'];

export function bigGraph(nodeCount, edgeCount, seed = 7) {
  let state = seed;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const word = () => {
    const w = Array.from({ length: 2 + random(2) }, () => SYLLABLES[random(SYLLABLES.length)]).join('');
    return w[0].toUpperCase() + w.slice(1);
  };
  const types = Object.keys(TYPES);
  const nodes = Array.from({ length: nodeCount }, (_, i) => {
    const type = i < 40 ? 'STATE' : types[1 + random(types.length - 1)];
    const name = type === 'STATE' || type === 'CITY' ? word() : `${word()} ${word()}`;
    return { id: `${TYPES[type]}:${i}-${name.toLowerCase().replace(' ', '-')}`, type, name, state: null, uses: new Set() };
  });
  const documents = Array.from({ length: Math.ceil(nodeCount / 4) }, (_, i) => ({
    id: `wire/${String(i).padStart(4, '0')}.txt`,
    date: i % 29 === 0 ? null : new Date(Date.UTC(2022, 0, 1 + random(730))).toISOString().slice(0, 10),
    outlet: ['Daily Courier', 'Le Soir', 'Eastern Wire', 'The Harbour Post', ''][random(5)],
    url: `https://news.example/${i}`,
  }));
  const links = [];
  const seen = new Set();
  // Old nodes are met more often: the sum of a few draws leans to small numbers.
  const pick = () => nodes[Math.min(random(nodeCount), random(nodeCount), 1 + random(nodeCount))];
  for (let tries = 0; links.length < edgeCount && tries < edgeCount * 20; ++tries) {
    let a = links.length < nodeCount ? nodes[links.length] : pick();
    let b = pick();
    if (a === b) continue;
    const [type, symmetric = false] = RELATIONS[random(RELATIONS.length)];
    if (symmetric && a.id > b.id) [a, b] = [b, a];
    const key = `${a.id} ${type} ${b.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const many = random(6) === 0 ? 2 + random(4) : 1;
    const reports = Array.from({ length: many }, () => {
      const document = documents[random(documents.length)];
      a.uses.add(document.id);
      b.uses.add(document.id);
      const speaker = random(3) === 0 ? pick() : null;
      if (speaker) speaker.uses.add(document.id);
      const evidence = `${a.name} and ${b.name}: ${type.replaceAll('_', ' ')}, as ${document.id} has it.`;
      const at = evidence.indexOf(': ') + 2;
      const from = `20${21 + random(3)}-0${1 + random(9)}-01`;
      return {
        document: document.id, status: STATUSES[random(STATUSES.length)], polarity: random(9) === 0 ? 'denied' : 'asserted',
        said_by: speaker?.id ?? null, said_by_entity: speaker !== null, hearsay: false,
        when: random(2) ? { text: from.slice(0, 7), from, to: from.slice(0, 8) + '28', open_start: false, open_end: false, precision: 'month' } : null,
        where: null, where_entity: false, evidence: { start: 0, end: Buffer.byteLength(evidence), text: evidence },
        trigger: { start: at, end: at + type.length }, because: `data/frames/${type}.yaml:4 ${type}`,
      };
    }).sort((x, y) => (x.document < y.document ? -1 : x.document > y.document ? 1 : 0));
    links.push({
      source: a.id, target: b.id, key: links.length, type, symmetric,
      arguments: [{ role: symmetric ? 'party_a' : 'agent', entity: a.id }, { role: symmetric ? 'party_b' : 'target', entity: b.id }], reports,
    });
  }
  return {
    directed: true, multigraph: true, graph: { format: 'dragoman-graph', version: 1, documents },
    nodes: nodes.filter((n) => n.uses.size > 0).map(({ id, type, name, state, uses }) => ({
      id, type, name, aliases: [], state, blank: false,
      named_in: [...uses].sort().map((document) => ({ document, type, name, aliases: [], state })),
    })),
    links,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(process.argv[2], JSON.stringify(bigGraph(Number(process.argv[3] ?? 1000), Number(process.argv[4] ?? 2600))));
}
