// Part of dragoman; see LICENSE.
//
// Days as numbers: days since 1970-01-01, as the library counts them.

const DAY = 86_400_000;

// NaN for what is no ISO date.
export function dayOf(iso: string): number {
  const ms = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(ms) ? NaN : Math.floor(ms / DAY);
}

export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// "5 Sep 2023"
export function readable(day: number): string {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

// An ISO date, month or year, or a period of them, as people write it; other text as it is.
export function readableWhen(text: string): string {
  const part = (p: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(p)) return readable(dayOf(p));
    const month = /^(\d{4})-(\d{2})$/.exec(p);
    return month ? `${MONTHS[Number(month[2]) - 1] ?? ''} ${month[1] ?? ''}` : p;
  };
  const [from, to] = text.split('/');
  if (from === undefined || to === undefined) return part(text);
  if (to === '..') return `since ${part(from)}`;
  if (from === '..') return `until ${part(to)}`;
  return `${part(from)} – ${part(to)}`;
}

// "5 Sep 2023", "5 Sep 2023 – 7 Sep 2023"; NaN: ""
export function readableDays(from: number, to: number): string {
  if (Number.isNaN(from)) return '';
  return from === to ? readable(from) : `${readable(from)} – ${readable(to)}`;
}

// Counts of days in `bins` equal parts of [first, last]; days outside are left out.
export function histogram(days: readonly number[], first: number, last: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  const width = (last - first + 1) / bins;
  for (const day of days) {
    if (day < first || day > last) continue;
    const bin = Math.min(bins - 1, Math.floor((day - first) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
