// Part of dragoman; see LICENSE.
//
// Which names are written, and where: the most connected first, each beside its node where no
// other name stands yet.  What finds no place is left out until one zooms in.

export interface LabelItem {
  text: string;
  x: number;           // of the node's centre, in pixels
  y: number;
  radius: number;      // pixels of the drawn node; 0: the middle of a line
  size: number;        // of the font, in pixels
  priority: number;
  always?: boolean;    // written even over others: what is selected
  faint?: boolean;     // beside the point just now
  solid?: boolean;     // no other name stands on its node
}

export interface Label {
  item: LabelItem;
  x: number;           // left
  y: number;           // baseline
  width: number;
}

const CELL = 64;
const PAD = 2;

interface Box { x1: number; y1: number; x2: number; y2: number }

// A grid of what is taken, so that a thousand names cost no million comparisons.
class Taken {
  private readonly cells = new Map<string, Box[]>();

  private *around(box: Box): Generator<string> {
    for (let i = Math.floor(box.x1 / CELL); i <= Math.floor(box.x2 / CELL); ++i) {
      for (let j = Math.floor(box.y1 / CELL); j <= Math.floor(box.y2 / CELL); ++j) yield `${i},${j}`;
    }
  }

  free(box: Box): boolean {
    for (const key of this.around(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (box.x1 < other.x2 && other.x1 < box.x2 && box.y1 < other.y2 && other.y1 < box.y2) return false;
      }
    }
    return true;
  }

  add(box: Box): void {
    for (const key of this.around(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }
}

export function placeLabels(
  items: readonly LabelItem[], measure: (text: string, size: number) => number,
  width: number, height: number, most = Infinity,
): Label[] {
  const taken = new Taken();
  const placed: Label[] = [];
  const sorted = [...items].sort((a, b) =>
    Number(b.always ?? false) - Number(a.always ?? false) || b.priority - a.priority || (a.text < b.text ? -1 : 1));
  for (const { solid, x, y, radius: r } of items) {
    if (solid) taken.add({ x1: x - r, y1: y - r, x2: x + r, y2: y + r });
  }
  for (const item of sorted) {
    if (placed.length >= most && !item.always) break;
    if (item.x < -40 || item.y < -40 || item.x > width + 40 || item.y > height + 40) continue;
    const w = measure(item.text, item.size);
    const high = item.size * 0.8;
    const gap = item.radius + 3 + PAD;
    const places: [number, number][] = item.radius === 0
      ? [[item.x - w / 2, item.y + high / 2 - 1]]
      : [
        [item.x - w / 2, item.y + gap + high],
        [item.x + gap, item.y + high / 2],
        [item.x - w / 2, item.y - gap - 1],
        [item.x - gap - w, item.y + high / 2],
      ];
    const boxes = places.map(([x, y]) => ({ x1: x - PAD, y1: y - high - PAD, x2: x + w + PAD, y2: y + 3 + PAD }));
    const inside = (box: Box): boolean => box.x1 >= 0 && box.y1 >= 0 && box.x2 <= width && box.y2 <= height;
    // A name cut by the window's edge is worse than none.
    let choice = boxes.findIndex((box) => inside(box) && taken.free(box));
    if (choice < 0 && item.always) choice = 0;
    const place = places[choice];
    const box = boxes[choice];
    if (!place || !box) continue;
    taken.add(box);
    placed.push({ item, x: place[0], y: place[1], width: w });
  }
  return placed;
}

export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
