// Part of dragoman; see LICENSE.
//
// Small data that tests share.

import type { RawData, RawReport } from '../src/data';

export function report(more: Partial<RawReport> = {}): RawReport {
  return {
    document: 0, status: 'happened', polarity: 'asserted', said_by: null, said_by_entity: false, hearsay: false, when: null,
    where: null, where_entity: false, evidence: 'Kenya met Japan.', trigger: [6, 9], place: null, because: '',
    happening: 0, together: '', ...more,
  };
}

export function when(from: string, to: string, more: object = {}): RawReport['when'] {
  return { text: from, from, to, open_start: false, open_end: false, precision: 'day', ...more };
}

export function data(): RawData {
  const node = (id: string, type: string | null, name: string, aliases: string[] = []): RawData['nodes'][number] =>
    ({ id, type, name, aliases, state: null, blank: type === null });
  return {
    format: 'dragoman-view', version: 1, title: 'Test', made_by: 'dragoman', relation_types: {},
    documents: [
      { id: 'x/a.txt', date: '2024-01-10', outlet: 'Post', url: 'https://a.example/' },
      { id: 'b.txt', date: '2024-02-20', outlet: '', url: 'javascript:alert(1)' },
      { id: 'c.txt', date: null, outlet: 'Post', url: '' },
    ],
    nodes: [
      node('KEN', 'STATE', 'Kenya'), node('JPN', 'STATE', 'Japan', ['Nippon']), node('person:w-ruto', 'PERSON', 'William Ruto', ['Ruto']),
      node('org:élan', 'COMPANY', 'Élan Énergie'), node('_:KEN', null, ''),
    ],
    edges: [
      {
        source: 'JPN', target: 'KEN', type: 'meet', symmetric: true,
        arguments: [{ role: 'party_a', entity: 'JPN' }, { role: 'party_b', entity: 'KEN' }, { role: 'place', entity: 'org:élan' }],
        reports: [report(), report({ document: 1, polarity: 'denied', said_by: 'person:w-ruto', said_by_entity: true, together: 'the same days' })],
      },
      {
        source: 'KEN', target: 'JPN', type: 'arms_transfer', symmetric: false,
        arguments: [{ role: 'supplier', entity: 'KEN' }, { role: 'recipient', entity: 'JPN' }, { role: 'item', value: 'drones' }],
        reports: [report({ happening: 1, status: 'planned', when: when('2024-03-01', '2024-03-31') })],
      },
      {
        source: 'KEN', target: 'JPN', type: 'request', symmetric: false, arguments: [],
        reports: [report({ document: 2, happening: 3, status: 'potential', when: when('2022-01-01', '2022-12-31', { open_end: true }) })],
      },
      { source: 'KEN', target: '_:KEN', type: 'weapon_test', symmetric: false, arguments: [], reports: [report({ happening: 2, said_by: 'officials' })] },
    ],
    happenings: [
      { type: 'meet', symmetric: true, source: 'JPN', target: 'KEN', from: '2024-01-08', to: '2024-01-10', status: 'happened', denied: false, disputed: true },
      { type: 'arms_transfer', symmetric: false, source: 'KEN', target: 'JPN', from: '2024-03-01', to: '2024-03-31', status: 'planned', denied: false, disputed: false },
      { type: 'weapon_test', symmetric: false, source: 'KEN', target: '_:KEN', from: '2024-06-01', to: '2024-06-01', status: 'happened', denied: false, disputed: false },
      { type: 'request', symmetric: false, source: 'KEN', target: 'JPN', from: null, to: null, status: 'potential', denied: false, disputed: false },
    ],
  };
}
