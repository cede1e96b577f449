// Part of dragoman; see LICENSE.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseData } from '../src/data';
import { happeningsOf, makeModel, otherArguments, safeUrl } from '../src/model';
import { data, report } from './sample';

test('reports know their edge, document, source and days', () => {
  const model = makeModel(data());
  assert.equal(model.reports.length, 5);
  const [, denied, planned, open] = model.reports;
  assert.equal(denied?.saidByName, 'William Ruto');
  assert.equal(denied.document.id, 'b.txt');
  assert.deepEqual(planned?.happened, [19783, 19813]);
  assert.deepEqual(open?.happened, [18993, Infinity]);
  assert.ok(Number.isNaN(open.reported));
  assert.equal(model.reports[4]?.saidByName, 'officials');
});

test('arguments that are no ends are named', () => {
  const model = makeModel(data());
  assert.deepEqual(otherArguments(model.edges[0]!), [{ role: 'place', entity: 'org:élan', words: 'Élan Énergie' }]);
  assert.deepEqual(otherArguments(model.edges[1]!), [{ role: 'item', entity: null, words: 'drones' }]);
});

test('an edge from an entity to itself keeps its second argument out of the others', () => {
  const raw = data();
  raw.edges = [{ source: 'KEN', target: 'KEN', type: 'attack', symmetric: false, arguments: [{ role: 'agent', entity: 'KEN' }, { role: 'target', entity: 'KEN' }], reports: [report()] }];
  const model = makeModel(raw);
  assert.deepEqual(otherArguments(model.edges[0]!), []);
  assert.equal(model.entities.get('KEN')?.edges.length, 1);
});

test('reports of one thing know their happening, which has them by day', () => {
  const raw = data();
  raw.edges[0]!.reports.reverse();
  const model = makeModel(raw);
  assert.deepEqual(model.happenings.map((h) => [h.type, h.reports.map((r) => r.document.id)]), [
    ['meet', ['x/a.txt', 'b.txt']], ['arms_transfer', ['x/a.txt']], ['weapon_test', ['x/a.txt']], ['request', ['c.txt']]]);
  assert.ok(Number.isNaN(model.happenings[3]!.from));
  const [, , planned, , tested] = model.reports;
  assert.deepEqual(happeningsOf([tested!, planned!, tested!]).map((h) => h.type), ['arms_transfer', 'weapon_test']);
});

test('what refers to nothing is left out', () => {
  const raw = data();
  raw.edges[0]!.source = 'nobody';
  raw.edges[1]!.reports[0]!.document = 99;
  const model = makeModel(raw);
  assert.equal(model.edges.length, 3);
  assert.equal(model.reports.length, 2);
});

test('a relation of a text finds the reports that say it', () => {
  const raw = data();
  const text = 'Before. Kenya met Japan.';
  raw.edges[0]!.reports[0] = report({ place: [8, 24], trigger: [6, 9] });
  raw.documents[0] = {
    ...raw.documents[0]!, text, sentences: [[0, 7, 1], [8, 24, 1]],
    mentions: [
      { start: 8, end: 13, type: 'STATE', form: 'named', entity: 'KEN', because: null },
      { start: 18, end: 23, type: 'STATE', form: 'named', entity: 'JPN', because: null }],
    relations: ['meet', 'attack'].map((type) => ({
      type, symmetric: true, status: 'happened', polarity: 'asserted', said_by: null, hearsay: false, when: null, where: null,
      trigger: [14, 17] as const, evidence: [8, 24] as const, because: null,
      fillers: [{ role: 'party_a', mention: 0, entity: 'KEN' }, { role: 'party_b', mention: 1, entity: 'JPN' }],
    })),
  };
  const model = makeModel(raw);
  const [meet, attack] = model.documents[0]!.relations;
  assert.deepEqual(meet?.reports, [model.reports[0]]);
  assert.deepEqual(attack?.reports, []);
});

test('only the web is linked', () => {
  assert.equal(safeUrl('https://a.example/x?y=1'), 'https://a.example/x?y=1');
  for (const url of ['javascript:alert(1)', ' JAVASCRIPT:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense', '']) {
    assert.equal(safeUrl(url), '', url);
  }
});

test('other data is refused', () => {
  assert.equal(parseData('null'), null);
  assert.throws(() => parseData('{"format":"dragoman-view","version":3}'), /version 2/);
  assert.throws(() => parseData('[]'), /dragoman-view/);
  assert.throws(() => parseData('{'), SyntaxError);
});
