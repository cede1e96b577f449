// Part of dragoman; see LICENSE.
//
// One group of checkboxes a facet.  They switch off, as layers of a map; "only" keeps one.

import { h } from './dom';
import { familyOf } from './families';
import { facetValues, FACETS, isFiltered, noFilters, type Facet } from './filters';
import { swatch } from './legend';
import type { State, Store } from './store';

const TITLES: Record<Facet, string> = {
  relation: 'Relation', entity: 'Entity', status: 'Status', polarity: 'Polarity', said_by: 'Said by', outlet: 'Outlet',
  document: 'Document',
};
const FEW = 8;

export class FilterPanel {
  readonly element: HTMLElement;
  private readonly groups = new Map<Facet, HTMLElement>();
  private readonly open = new Set<Facet>();          // long lists shown whole
  private readonly reset: HTMLElement;

  constructor(private readonly store: Store, timeElement: HTMLElement) {
    this.reset = h('button', { type: 'button', class: 'action', onclick: () => this.clear() }, 'Show all');
    this.element = h('section', { class: 'filters', 'aria-label': 'Filters' },
      h('div', { class: 'filters-head' }, h('h2', {}, 'Filters'), this.reset), timeElement);
    for (const facet of FACETS) {
      const group = h('fieldset', { class: `facet facet-${facet}` });
      this.groups.set(facet, group);
      this.element.append(group);
    }
    store.subscribe((changed) => this.changed(changed));
    this.draw();
  }

  private changed(changed: ReadonlySet<keyof State>): void {
    if (changed.has('filters')) this.draw();
  }

  private clear(): void {
    this.store.set({ filters: noFilters() });
  }

  private setOff(facet: Facet, off: ReadonlySet<string>): void {
    const { filters } = this.store.state;
    this.store.set({ filters: { ...filters, off: { ...filters.off, [facet]: off } } });
  }

  private draw(): void {
    const active = document.activeElement as HTMLElement | null;
    const key = active && this.element.contains(active) ? active.dataset.key : undefined;
    const { filters } = this.store.state;
    this.reset.toggleAttribute('disabled', !isFiltered(filters));
    for (const [facet, group] of this.groups) this.drawFacet(facet, group);
    if (key === undefined) return;
    [...this.element.querySelectorAll<HTMLElement>('[data-key]')].find((e) => e.dataset.key === key)?.focus();
  }

  private drawFacet(facet: Facet, group: HTMLElement): void {
    const off = this.store.state.filters.off[facet];
    const values = facetValues(this.store.model, this.store.state.filters, facet);
    group.hidden = values.length < 2;
    const whole = this.open.has(facet) || values.length <= FEW + 2;
    const all = values.map((v) => v.value);
    const row = (v: (typeof values)[number]): HTMLElement => h('div', { class: v.count === 0 ? 'option none' : 'option' },
      h('label', {},
        h('input', {
          type: 'checkbox', checked: !off.has(v.value), 'data-key': `${facet} ${v.value}`,
          onchange: () => {
            const next = new Set(off);
            if (!next.delete(v.value)) next.add(v.value);
            this.setOff(facet, next);
          },
        }),
        facet === 'entity' && swatch(familyOf(v.value)),
        h('span', { class: 'label', title: v.label }, v.label)),
      h('button', {
        type: 'button', class: 'only', 'aria-label': `only ${v.label}`, 'data-key': `${facet} only ${v.value}`,
        onclick: () => this.setOff(facet, new Set(all.filter((x) => x !== v.value))),
      }, 'only'),
      h('span', { class: 'count' }, String(v.count)));
    group.replaceChildren(
      h('legend', {}, TITLES[facet]),
      h('button', {
        type: 'button', class: 'all', hidden: off.size === 0, 'data-key': `${facet} all`, 'aria-label': `All: ${TITLES[facet]}`,
        onclick: () => this.setOff(facet, new Set()),
      }, 'all'),
      ...(whole ? values : values.slice(0, FEW)).map(row),
      whole ? '' : h('button', {
        type: 'button', class: 'link more', 'data-key': `${facet} more`,
        onclick: () => {
          this.open.add(facet);
          this.draw();
        },
      }, `${values.length - FEW} more …`));
  }
}
