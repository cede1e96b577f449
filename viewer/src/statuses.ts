// Part of dragoman; see LICENSE.
//
// How sure a relation is, in two signs that do not need colour: the dash says whether it is done,
// intended or merely possible; colour and arrowhead say whether it is asserted or denied.

export type Dash = 'solid' | 'long' | 'dots' | 'broken';

// In order of certainty: a bundle of several is drawn as the first of them.
export const STATUSES: readonly { name: string; dash: Dash }[] = [
  { name: 'happened', dash: 'solid' },
  { name: 'ongoing', dash: 'solid' },
  { name: 'agreed', dash: 'long' },
  { name: 'planned', dash: 'long' },
  { name: 'promised', dash: 'long' },
  { name: 'offered', dash: 'long' },
  { name: 'requested', dash: 'dots' },
  { name: 'threatened', dash: 'dots' },
  { name: 'potential', dash: 'dots' },
  { name: 'cancelled', dash: 'broken' },
];

export const DASHES: Record<Dash, { pattern: readonly number[]; label: string }> = {
  solid: { pattern: [1, 0], label: 'happened or ongoing' },
  long: { pattern: [8, 5], label: 'agreed, planned, promised, offered' },
  dots: { pattern: [2, 4], label: 'requested, threatened, possible' },
  broken: { pattern: [10, 4, 2, 4], label: 'cancelled' },
};

const RANK = new Map(STATUSES.map((s, i) => [s.name, i]));

export const statusRank = (name: string): number => RANK.get(name) ?? STATUSES.length;

export function dashOf(statuses: Iterable<string>): Dash {
  let best = STATUSES.length;
  for (const name of statuses) best = Math.min(best, statusRank(name));
  return STATUSES[best]?.dash ?? 'solid';
}

export type Stance = 'asserted' | 'denied' | 'disputed';

// Disputed: one report asserts it, another denies it.
export function stanceOf(polarities: Iterable<string>): Stance {
  let asserted = false;
  let denied = false;
  for (const p of polarities) {
    if (p === 'denied') denied = true;
    else asserted = true;
  }
  return denied ? (asserted ? 'disputed' : 'denied') : 'asserted';
}
