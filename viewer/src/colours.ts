// Part of dragoman; see LICENSE.
//
// The graph is drawn on a canvas, so it asks the style sheet for its colours.

import { FAMILIES, type Family } from './families';
import type { Stance } from './statuses';

export interface Colours {
  family: Record<Family, string>;
  stance: Record<Stance, string>;
  background: string;
  ink: string;
  faint: string;
  accent: string;
  font: string;
}

export function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const get = (name: string): string => style.getPropertyValue(name).trim();
  const family = Object.fromEntries(
    Object.keys(FAMILIES).map((f) => [f, get(`--family-${f}`)])) as Record<Family, string>;
  return {
    family,
    stance: { asserted: get('--asserted'), denied: get('--denied'), disputed: get('--disputed') },
    background: get('--surface'),
    ink: get('--ink'),
    faint: get('--ink-3'),
    accent: get('--accent'),
    font: get('--ui-font'),
  };
}
