// Part of dragoman; see LICENSE.
//
// What is shown: reports are filtered, everything else follows from them.  Each facet keeps what
// is switched off, as layers of a map; so what a new article brings is seen at first.

import { familyOf } from './families';
import { statusRank } from './statuses';
import type { Happening, Model, Report } from './model';

export const FACETS = ['relation', 'entity', 'status', 'polarity', 'said_by', 'outlet', 'document'] as const;
export type Facet = (typeof FACETS)[number];

export type TimeBasis = 'reported' | 'happened';

export interface TimeFilter {
  basis: TimeBasis;
  from: number;        // days, both included
  to: number;
  undated: boolean;    // also what has no date
}

export interface Filters {
  off: Record<Facet, ReadonlySet<string>>;
  time: TimeFilter;
}

const EVER: TimeFilter = { basis: 'reported', from: -Infinity, to: Infinity, undated: true };

export function noFilters(): Filters {
  const off = Object.fromEntries(FACETS.map((f) => [f, new Set<string>()])) as unknown as Filters['off'];
  return { off, time: { ...EVER } };
}

// The values of a report in a facet; it is hidden if one of them is off.
export function valuesOf(report: Report, facet: Facet): string[] {
  switch (facet) {
    case 'relation': return [report.edge.type];
    case 'entity': {
      const { source, target } = report.edge;
      const types = [source, target].filter((e) => !e.blank).map((e) => e.type);
      return types[0] === types[1] ? types.slice(0, 1) : types;
    }
    case 'status': return [report.status];
    case 'polarity': return [report.polarity];
    case 'said_by': return [report.saidByKey];
    case 'outlet': return [report.document.outlet];
    case 'document': return [report.document.id];
  }
}

export function inTime(report: Report, time: TimeFilter): boolean {
  if (time.basis === 'reported') {
    if (Number.isNaN(report.reported)) return time.undated;
    return report.reported >= time.from && report.reported <= time.to;
  }
  if (!report.happened) return time.undated;
  return report.happened[0] <= time.to && report.happened[1] >= time.from;
}

export function passes(report: Report, filters: Filters, except?: Facet): boolean {
  return inTime(report, filters.time) && FACETS.every((facet) =>
    facet === except || filters.off[facet].size === 0 ||
    !valuesOf(report, facet).some((v) => filters.off[facet].has(v)));
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;      // reports that the other facets let through
}

function labelOf(report: Report, facet: Facet, value: string): string {
  if (facet === 'said_by') return value === '' ? 'the outlet itself' : report.saidByName;
  if (facet === 'outlet') return value === '' ? 'no outlet given' : value;
  if (facet === 'document') return report.document.name;
  const text = value.replaceAll('_', ' ');
  return facet === 'entity' ? text.charAt(0) + text.slice(1).toLowerCase() : text;
}

// All values that occur, each with its count; statuses by certainty, others by frequency.
export function facetValues(model: Model, filters: Filters, facet: Facet): FacetValue[] {
  const found = new Map<string, FacetValue & { total: number }>();
  for (const report of model.reports) {
    const shown = passes(report, filters, facet);
    for (const value of valuesOf(report, facet)) {
      let entry = found.get(value);
      if (!entry) {
        entry = { value, label: labelOf(report, facet, value), count: 0, total: 0 };
        found.set(value, entry);
      }
      entry.total += 1;
      if (shown) entry.count += 1;
    }
  }
  const byText = (a: FacetValue, b: FacetValue): number => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
  return [...found.values()].sort((a, b) => {
    if (facet === 'status') return statusRank(a.value) - statusRank(b.value) || byText(a, b);
    if (facet === 'entity') {
      const [fa, fb] = [familyOf(a.value), familyOf(b.value)];
      if (fa !== fb) return b.total - a.total || byText(a, b);
    }
    return b.total - a.total || byText(a, b);
  });
}

export function isFiltered(filters: Filters): boolean {
  return FACETS.some((f) => filters.off[f].size > 0) || !filters.time.undated ||
    filters.time.from !== -Infinity || filters.time.to !== Infinity;
}

// The days on which things happened that these reports date.  What five reports tell of counts
// once; what lasts has no day of its own, so its reports count.
export function happenedDays(reports: readonly Report[]): number[] {
  const days: number[] = [];
  const counted = new Set<Happening>();
  for (const { happened, happening } of reports) {
    if (!happened) continue;
    if (Number.isNaN(happening.from)) days.push(Number.isFinite(happened[0]) ? happened[0] : happened[1]);
    else if (!counted.has(happening)) days.push(happening.from);
    counted.add(happening);
  }
  return days;
}

// First and last day that reports give; null where none is dated.
export function timeRange(reports: readonly Report[], basis: TimeBasis): readonly [number, number] | null {
  let first = Infinity;
  let last = -Infinity;
  for (const r of reports) {
    const days = basis === 'reported' ? [r.reported] : r.happened ?? [];
    for (const day of days) {
      if (!Number.isFinite(day)) continue;
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return first <= last ? [first, last] : null;
}
