// Part of dragoman; see LICENSE.
//
// A text cut into a tree: sentences hold mentions, mentions may hold mentions, and leaves are
// runs of characters.  Spans that would cross what stands open are cut at its end, so that any
// input makes a tree and no character is lost or doubled.

export interface Part {
  start: number;
  end: number;
  mention: number | null;   // null: the root or a sentence
  children: (Part | Leaf)[];
}

export interface Leaf {
  start: number;
  end: number;
  trigger: boolean;
}

export const isLeaf = (part: Part | Leaf): part is Leaf => 'trigger' in part;

interface Marked {
  start: number;
  end: number;
}

export function segment(
  start: number, end: number, mentions: readonly (Marked & { index: number })[], triggers: readonly Marked[],
): Part {
  const root: Part = { start, end, mention: null, children: [] };
  const stack: Part[] = [root];
  let at = start;
  const cuts = [...new Set(triggers.flatMap((t) => [t.start, t.end]))].sort((a, b) => a - b);
  const top = (): Part => stack[stack.length - 1] ?? root;
  // Text up to `to`, in pieces that lie inside or outside of triggers.
  const write = (to: number): void => {
    while (at < to) {
      const next = Math.min(to, cuts.find((c) => c > at) ?? to);
      const from = at;
      top().children.push({ start: at, end: next, trigger: triggers.some((t) => t.start <= from && from < t.end) });
      at = next;
    }
  };
  const closeUntil = (place: number): void => {
    while (stack.length > 1 && top().end <= place) {
      write(top().end);
      stack.pop();
    }
  };
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const m of sorted) {
    const from = Math.max(m.start, start);
    closeUntil(from);
    const to = Math.min(m.end, top().end);
    if (from >= to || from < at) continue;
    write(from);
    const part: Part = { start: from, end: to, mention: m.index, children: [] };
    top().children.push(part);
    stack.push(part);
  }
  closeUntil(end);
  write(end);
  return root;
}
