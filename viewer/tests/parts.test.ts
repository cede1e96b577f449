// Part of dragoman; see LICENSE.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ArcRouter, rounded } from '../src/arcs';
import { csvCell, toCsv } from '../src/csv';
import { fileName } from '../src/export_menu';
import { stepCost } from '../src/graph_keys';
import { placeLabels, type LabelItem } from '../src/labels';
import { layout } from '../src/layout';
import { makeModel } from '../src/model';
import { fold, SearchIndex } from '../src/search';
import { isLeaf, segment, type Leaf, type Part } from '../src/segments';
import { dashOf, stanceOf } from '../src/statuses';
import { sortReports } from '../src/table_view';
import { dayOf, histogram, isoOf, readable, readableWhen } from '../src/time';
import { data } from './sample';

const model = makeModel(data());

// A small generator, so that random cases are the same each time.
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

// ---- segments

function marked(text: string, part: Part | Leaf): string {
  if (isLeaf(part)) return part.trigger ? `{${text.slice(part.start, part.end)}}` : text.slice(part.start, part.end);
  const inside = part.children.map((c) => marked(text, c)).join('');
  return part.mention === null ? inside : `[${inside}]`;
}

test('mentions nest, and triggers are cut out of them', () => {
  const text = 'the leader of North Korea met him';
  const mentions = [{ start: 0, end: 10, index: 0 }, { start: 4, end: 10, index: 1 }, { start: 14, end: 25, index: 2 }];
  const tree = segment(0, text.length, mentions, [{ start: 4, end: 10 }, { start: 26, end: 29 }]);
  assert.equal(marked(text, tree), '[the [{leader}]] of [North Korea] {met} him');
});

test('whatever the spans, every character is there once', () => {
  const next = random(3);
  const text = 'abcdefghijklmnopqrstuvwxyz'.repeat(3);
  for (let round = 0; round < 400; ++round) {
    const span = (): { start: number; end: number } => {
      const a = next(text.length + 1);
      return { start: a, end: Math.min(text.length + 5, a + next(20)) };
    };
    const mentions = Array.from({ length: next(12) }, (_, index) => ({ ...span(), index }));
    const tree = segment(0, text.length, mentions, Array.from({ length: next(6) }, span));
    assert.equal(marked(text, tree).replace(/[[\]{}]/g, ''), text, `round ${round}`);
  }
});

// ---- labels

const item = (text: string, x: number, y: number, priority: number, more: Partial<LabelItem> = {}): LabelItem =>
  ({ text, x, y, radius: 5, size: 12, priority, ...more });
const measure = (text: string, size: number): number => text.length * size * 0.5;

test('names never overlap, and the most connected come first', () => {
  const next = random(9);
  const items = Array.from({ length: 1000 }, (_, i) => item(`name ${i}`, next(1200), next(800), next(50)));
  const placed = placeLabels(items, measure, 1200, 800);
  assert.ok(placed.length > 150, `${placed.length}`);
  for (const [i, a] of placed.entries()) {
    for (const b of placed.slice(i + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= 12;
      assert.ok(apart, `${a.item.text} and ${b.item.text}`);
    }
  }
  const top = [...items].sort((a, b) => b.priority - a.priority).slice(0, 20).map((x) => x.priority);
  assert.ok(placed.slice(0, 20).every((p) => p.item.priority >= (top[19] ?? 0) - 1));
});

test('a name moves aside for another, and keeps to the window', () => {
  const [first, second] = placeLabels([item('first', 100, 100, 2), item('second', 104, 112, 1)], measure, 400, 300);
  assert.ok(first && second);
  const [edge] = placeLabels([item('at the very edge', 4, 100, 1)], measure, 400, 300);
  assert.ok(edge && edge.x >= 0);
});

test('what is selected is named even over others', () => {
  const placed = placeLabels([item('a long name', 100, 100, 9), item('another one', 100, 100, 1, { always: true })], measure, 120, 130);
  assert.equal(placed[0]?.item.text, 'another one');
  const most = placeLabels([item('x', 10, 10, 2), item('y', 60, 60, 1), item('z', 90, 90, 0, { always: true })], measure, 100, 100, 1);
  assert.deepEqual(most.map((p) => p.item.text), ['z']);
});

// ---- layout

test('the layout is the same each time, and keeps nodes apart', async () => {
  const nodes = Array.from({ length: 60 }, (_, i) => ({ id: `n${i}`, radius: 8 }));
  const links = Array.from({ length: 80 }, (_, i) => ({ source: `n${i % 60}`, target: `n${(i * 7 + 1) % 60}`, weight: 1 + (i % 3) }))
    .filter((l) => l.source !== l.target);
  const places = await layout(nodes, links, 1.5);
  assert.deepEqual(await layout(nodes, links, 1.5), places);
  const all = [...places.values()];
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 16);
  }
});

test('the layout gives way to the page', async () => {
  let pauses = 0;
  const nodes = Array.from({ length: 800 }, (_, i) => ({ id: `n${i}`, radius: 8 }));
  const links = nodes.slice(1).map((n, i) => ({ source: n.id, target: `n${i >> 1}`, weight: 1 }));
  await layout(nodes, links, 1, () => {
    pauses += 1;
    return Promise.resolve();
  });
  assert.ok(pauses > 3, `${pauses}`);
});

// ---- arcs

test('arcs over one line take lanes; arcs between lines go through a margin', () => {
  const router = new ArcRouter(500);
  const end = (x: number, line: number): { x: number; top: number; line: number } => ({ x, top: line * 40 + 20, line });
  const first = router.route(end(50, 1), end(300, 1), true);
  const inside = router.route(end(100, 1), end(200, 1), true);
  const beside = router.route(end(320, 1), end(400, 1), false);
  assert.deepEqual([first.lane, inside.lane, beside.lane], [0, 1, 0]);
  assert.equal(beside.head, '');
  const numbers = (d: string): number[] => (d.match(/-?\d+\.\d/g) ?? []).map(Number);
  const left = numbers(router.route(end(60, 2), end(90, 4), true).d);
  assert.ok(Math.min(...left.filter((_, i) => i % 2 === 0)) < 0);
  const right = numbers(router.route(end(460, 2), end(420, 4), true).d);
  assert.ok(Math.max(...right.filter((_, i) => i % 2 === 0)) > 500);
});

test('a path of no points is none', () => {
  assert.equal(rounded([]), '');
  assert.doesNotMatch(rounded([[0, 0], [0, 0], [5, 5]]), /NaN/);
});

// ---- search

test('search folds case and accents, and prefers beginnings', () => {
  assert.equal(fold('ÉLAN Türkiye'), 'elan turkiye');
  const index = new SearchIndex(model);
  const names = (q: string): string[] => index.find(q).map((hit) => (hit.kind === 'entity' ? `${hit.entity.name} by ${hit.by}` : hit.report.evidence));
  assert.deepEqual(names('elan'), ['Élan Énergie by Élan Énergie']);
  assert.deepEqual(names('nippon'), ['Japan by Nippon']);
  assert.deepEqual(names('ruto')[0], 'William Ruto by Ruto');
  assert.deepEqual(names('jap'), ['Japan by Japan', ...Array<string>(3).fill('Kenya met Japan.')]);
  assert.deepEqual(names('(a+)+$'), []);
  assert.deepEqual(names('  '), []);
});

// ---- CSV

test('cells that a spreadsheet would run are defused', () => {
  assert.equal(csvCell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"');
  for (const bad of ['+1', '-1', '@x', '\tx', '\rx']) assert.match(csvCell(bad), /^"?'/);
  assert.equal(csvCell('plain'), 'plain');
  assert.equal(csvCell('two, "three"\nfour'), '"two, ""three""\nfour"');
});

test('a report is one row', () => {
  const lines = toCsv(model.reports).split('\r\n');
  assert.equal(lines.length, 7);
  assert.equal(lines[1], 'Japan,JPN,meet,Kenya,KEN,place: Élan Énergie,happened,asserted,,,,,2024-01-10,Post,x/a.txt,https://a.example/,Kenya met Japan.,');
  assert.equal(lines[5], 'Kenya,KEN,weapon_test,,,,happened,asserted,officials,,,,2024-01-10,Post,x/a.txt,https://a.example/,Kenya met Japan.,');
});

test('file names are made of letters, digits and dashes', () => {
  assert.equal(fileName('Élan: “Autumn” 2023/../x', 'csv'), 'E-lan-Autumn-2023-x.csv');
  assert.equal(fileName('日本', 'svg'), 'dragoman.svg');
});

// ---- table

test('sorting is stable, and leaves the unknown at the end', () => {
  const key = (r: { reported: number }): string => (Number.isNaN(r.reported) ? '' : isoOf(r.reported));
  assert.deepEqual(sortReports(model.reports, key, false).map((r) => r.index), [0, 2, 4, 1, 3]);
  assert.deepEqual(sortReports(model.reports, key, true).map((r) => r.index), [1, 0, 2, 4, 3]);
});

// ---- keys

test('an arrow goes to what lies there, the nearer and straighter first', () => {
  const at = { x: 0, y: 0 };
  assert.equal(stepCost(at, { x: -10, y: 0 }, [1, 0]), Infinity);
  assert.equal(stepCost(at, { x: 10, y: 30 }, [1, 0]), Infinity);
  assert.ok(stepCost(at, { x: 40, y: 0 }, [1, 0]) < stepCost(at, { x: 40, y: 30 }, [1, 0]));
});

// ---- statuses and time

test('a bundle is as certain as its surest report', () => {
  assert.equal(dashOf(['potential', 'planned']), 'long');
  assert.equal(dashOf(['cancelled']), 'broken');
  assert.equal(dashOf(['something new']), 'solid');
  assert.equal(stanceOf(['asserted', 'denied']), 'disputed');
});

test('days are read and written', () => {
  assert.equal(dayOf('1970-01-02'), 1);
  assert.equal(isoOf(19605), '2023-09-05');
  assert.ok(Number.isNaN(dayOf('soon')));
  assert.equal(readable(19605), '5 Sep 2023');
  assert.equal(readableWhen('2023-09'), 'Sep 2023');
  assert.equal(readableWhen('2023'), '2023');
  assert.equal(readableWhen('2022-02-24/..'), 'since 24 Feb 2022');
  assert.equal(readableWhen('../2022'), 'until 2022');
  assert.equal(readableWhen('2023-07-01/2023-07-15'), '1 Jul 2023 – 15 Jul 2023');
  assert.deepEqual(histogram([0, 1, 9, 10, 99], 0, 9, 2), [2, 1]);
});
