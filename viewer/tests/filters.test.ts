// Part of dragoman; see LICENSE.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleEdges } from '../src/bundles';
import { facetValues, happenedDays, isFiltered, noFilters, passes, timeRange, type Facet, type Filters, type TimeFilter } from '../src/filters';
import { makeModel } from '../src/model';
import { dayOf } from '../src/time';
import { data, when } from './sample';

const model = makeModel(data());
const without = (facet: Facet, ...values: string[]): Filters => {
  const filters = noFilters();
  return { ...filters, off: { ...filters.off, [facet]: new Set(values) } };
};
const during = (time: Partial<TimeFilter>): Filters => ({ ...noFilters(), time: { ...noFilters().time, ...time } });
const left = (filters: Filters): number[] => model.reports.filter((r) => passes(r, filters)).map((r) => r.index);

test('each facet takes out what is switched off', () => {
  assert.deepEqual(left(noFilters()), [0, 1, 2, 3, 4]);
  assert.deepEqual(left(without('relation', 'meet')), [2, 3, 4]);
  assert.deepEqual(left(without('status', 'planned', 'potential')), [0, 1, 4]);
  assert.deepEqual(left(without('polarity', 'denied')), [0, 2, 3, 4]);
  assert.deepEqual(left(without('said_by', '')), [1, 4]);
  assert.deepEqual(left(without('outlet', 'Post')), [1]);
  assert.deepEqual(left(without('document', 'b.txt')), [0, 2, 3, 4]);
  assert.deepEqual(left(without('entity', 'STATE')), []);
});

test('the missing party of a relation has no type to switch off', () => {
  assert.deepEqual(facetValues(model, noFilters(), 'entity').map((v) => [v.value, v.label, v.count]), [['STATE', 'State', 5]]);
});

test('a facet counts what the others let through', () => {
  const values = facetValues(model, without('relation', 'meet'), 'polarity');
  assert.deepEqual(values.map((v) => [v.value, v.count]), [['asserted', 3], ['denied', 0]]);
  const own = facetValues(model, without('relation', 'meet'), 'relation');
  assert.equal(own.find((v) => v.value === 'meet')?.count, 2);
});

test('statuses stand by certainty, others by number', () => {
  assert.deepEqual(facetValues(model, noFilters(), 'status').map((v) => v.value), ['happened', 'planned', 'potential']);
  assert.equal(facetValues(model, noFilters(), 'relation')[0]?.value, 'meet');
});

test('time narrows by the day of the report', () => {
  assert.deepEqual(left(during({ from: dayOf('2024-01-10'), to: dayOf('2024-01-31') })), [0, 2, 3, 4]);
  assert.deepEqual(left(during({ from: dayOf('2024-01-11'), undated: false })), [1]);
  assert.deepEqual(timeRange(model.reports, 'reported'), [dayOf('2024-01-10'), dayOf('2024-02-20')]);
});

test('time narrows by when it happened, open ends included', () => {
  const happened = { basis: 'happened', undated: false } as const;
  assert.deepEqual(left(during({ ...happened, from: dayOf('2024-03-31') })), [2, 3]);
  assert.deepEqual(left(during({ ...happened, from: dayOf('2024-04-01') })), [3]);
  assert.deepEqual(left(during({ ...happened, to: dayOf('2021-12-31') })), []);
  assert.deepEqual(timeRange(model.reports, 'happened'), [dayOf('2022-01-01'), dayOf('2024-03-31')]);
  assert.equal(timeRange([], 'happened'), null);
});

test('a happening has its bar once, however many tell of it', () => {
  const raw = data();
  raw.edges[0]!.reports = raw.edges[0]!.reports.map((r) => ({ ...r, when: when('2024-01-08', '2024-01-10') }));
  const { reports } = makeModel(raw);
  // The meeting, the transfer, and what has no day of its own by its report.
  assert.deepEqual(happenedDays(reports), ['2024-01-08', '2024-03-01', '2022-01-01'].map(dayOf));
});

test('filters know whether they filter', () => {
  assert.equal(isFiltered(noFilters()), false);
  assert.equal(isFiltered(without('status', 'planned')), true);
  assert.equal(isFiltered(during({ undated: false })), true);
});

test('parallel edges of one direction are one line', () => {
  const bundles = bundleEdges(model.reports);
  assert.deepEqual(bundles.map((b) => [b.id, b.label, b.reports.length, b.stance, b.dash]), [
    ['= JPN KEN', 'meet ×2', 2, 'disputed', 'solid'],
    ['> KEN JPN', 'arms transfer +1', 2, 'asserted', 'long'],
    ['> KEN _:KEN', 'weapon test', 1, 'asserted', 'solid'],
  ]);
  assert.equal(bundleEdges(model.reports, true).length, 4);
});

test('a line of denials alone is denied', () => {
  const [bundle] = bundleEdges(model.reports.filter((r) => r.polarity === 'denied'));
  assert.equal(bundle?.stance, 'denied');
});
