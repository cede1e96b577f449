// Part of dragoman; see LICENSE.
//
// Where arcs run over a text: in the gap above a line, and from line to line through the margins,
// so that no arc crosses a word.  Arcs that share a gap or a margin get lanes.

export interface End {
  x: number;        // middle of the words
  top: number;
  line: number;     // number of the text line
}

export interface ArcPath {
  d: string;
  head: string;     // arrowhead, or ""
  lane: number;
}

export interface Gap {
  top: number;      // of each line's letters
}

const GAP_LANES = 4;
const LANE = 3.6;
const RADIUS = 4;

interface Taken { from: number; to: number }

class Lanes {
  private readonly lanes = new Map<string, Taken[][]>();

  // The lowest lane that is free from..to; the last one may be shared.
  take(where: string, from: number, to: number, most: number): number {
    const lanes = this.lanes.get(where) ?? [];
    this.lanes.set(where, lanes);
    for (let i = 0; i < most; ++i) {
      const lane = (lanes[i] ??= []);
      if (i === most - 1 || lane.every((t) => to + 6 < t.from || t.to + 6 < from)) {
        lane.push({ from, to });
        return i;
      }
    }
    return most - 1;
  }
}

const n = (x: number): string => x.toFixed(1);

// M, then right-angled lines with rounded corners.
export function rounded(points: readonly (readonly [number, number])[]): string {
  const [first] = points;
  if (!first) return '';
  let d = `M${n(first[0])} ${n(first[1])}`;
  for (let i = 1; i < points.length; ++i) {
    const [p, q, r] = [points[i - 1], points[i], points[i + 1]];
    if (!p || !q) continue;
    if (!r) {
      d += `L${n(q[0])} ${n(q[1])}`;
      continue;
    }
    const before = Math.min(RADIUS, Math.hypot(q[0] - p[0], q[1] - p[1]) / 2);
    const after = Math.min(RADIUS, Math.hypot(r[0] - q[0], r[1] - q[1]) / 2);
    const unit = (a: readonly [number, number], b: readonly [number, number]): [number, number] => {
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    };
    const [ix, iy] = unit(p, q);
    const [ox, oy] = unit(q, r);
    d += `L${n(q[0] - ix * before)} ${n(q[1] - iy * before)}Q${n(q[0])} ${n(q[1])} ${n(q[0] + ox * after)} ${n(q[1] + oy * after)}`;
  }
  return d;
}

export class ArcRouter {
  private readonly lanes = new Lanes();

  constructor(private readonly width: number, private readonly marginLanes = 7) {}

  route(a: End, b: End, arrow: boolean): ArcPath {
    const head = arrow ? `M${n(b.x - 3)} ${n(b.top - 4.5)}L${n(b.x)} ${n(b.top)}L${n(b.x + 3)} ${n(b.top - 4.5)}Z` : '';
    const up = (end: End, lane: number): number => end.top - 5 - lane * LANE;
    if (a.line === b.line) {
      const lane = this.lanes.take(`gap ${a.line}`, Math.min(a.x, b.x), Math.max(a.x, b.x), GAP_LANES);
      const y = Math.min(up(a, lane), up(b, lane));
      return { d: rounded([[a.x, a.top], [a.x, y], [b.x, y], [b.x, b.top]]), head, lane };
    }
    const left = (a.x + b.x) / 2 < this.width / 2;
    const [from, to] = [Math.min(a.top, b.top), Math.max(a.top, b.top)];
    const lane = this.lanes.take(left ? 'left' : 'right', from, to, this.marginLanes);
    const x = left ? -6 - lane * 5 : this.width + 6 + lane * 5;
    const laneOf = (end: End): number =>
      this.lanes.take(`gap ${end.line}`, Math.min(end.x, x), Math.max(end.x, x), GAP_LANES);
    const [ya, yb] = [up(a, laneOf(a)), up(b, laneOf(b))];
    return { d: rounded([[a.x, a.top], [a.x, ya], [x, ya], [x, yb], [b.x, yb], [b.x, b.top]]), head, lane };
  }
}
