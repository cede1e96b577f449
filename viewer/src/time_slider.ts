// Part of dragoman; see LICENSE.
//
// From when to when: two native sliders over a histogram, so that keys and screen readers work as
// everywhere.

import { h, plural, svg } from './dom';
import { happenedDays, passes, timeRange, type TimeBasis } from './filters';
import type { State, Store } from './store';
import { histogram, readable } from './time';

const BINS = 40;

export class TimeSlider {
  readonly element = h('fieldset', { class: 'time' });
  private readonly bars = svg('svg', { class: 'bars', viewBox: `0 0 ${BINS} 20`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  private readonly from: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly label = h('output', { class: 'time-label' });
  private readonly undated = h('input', { type: 'checkbox', checked: true, onchange: () => this.apply() });
  private readonly undatedRow: HTMLElement;
  private readonly track = h('div', { class: 'track' });
  private range: readonly [number, number] | null = null;

  constructor(private readonly store: Store) {
    const slider = (name: string): HTMLInputElement =>
      h('input', { type: 'range', 'aria-label': name, step: 1, oninput: (e: Event) => this.moved(e.target as HTMLInputElement) });
    this.from = slider('From');
    this.to = slider('To');
    const basis = (value: TimeBasis, text: string): HTMLElement => h('label', {}, h('input', {
      type: 'radio', name: 'basis', value, checked: value === 'reported', onchange: () => this.changeBasis(value),
    }), text);
    this.undatedRow = h('label', { class: 'undated' }, this.undated, h('span', {}));
    this.track.append(this.bars, this.from, this.to);
    this.element.append(h('legend', {}, 'Time'),
      h('div', { class: 'basis' }, basis('reported', 'reported'), basis('happened', 'happened')),
      this.track, this.label, this.undatedRow);
    store.subscribe((changed) => this.changed(changed));
    this.setRange();
  }

  private changed(changed: ReadonlySet<keyof State>): void {
    if (!changed.has('filters')) return;
    const { time } = this.store.state.filters;
    if (time.from === -Infinity && time.to === Infinity && time.basis !== this.basis()) {   // "Show all"
      const radio = this.element.querySelector<HTMLInputElement>(`input[value=${time.basis}]`);
      if (radio) radio.checked = true;
      this.setRange();
    } else if (this.range && time.from === -Infinity && time.to === Infinity) {
      this.from.value = String(this.range[0]);
      this.to.value = String(this.range[1]);
    }
    this.undated.checked = time.undated;
    this.draw();
  }

  private basis(): TimeBasis {
    return this.element.querySelector<HTMLInputElement>('input[value=happened]')?.checked ? 'happened' : 'reported';
  }

  private changeBasis(basis: TimeBasis): void {
    this.setRange(basis);
    const { filters } = this.store.state;
    this.store.set({ filters: { ...filters, time: { basis, from: -Infinity, to: Infinity, undated: this.undated.checked } } });
  }

  private setRange(basis: TimeBasis = this.store.state.filters.time.basis): void {
    const { reports } = this.store.model;
    this.range = timeRange(reports, basis);
    this.element.hidden = timeRange(reports, 'reported') === null && timeRange(reports, 'happened') === null;
    this.track.hidden = this.range === null || this.range[0] === this.range[1];
    if (this.range) {
      for (const input of [this.from, this.to]) {
        input.min = String(this.range[0]);
        input.max = String(this.range[1]);
        input.disabled = this.range[0] === this.range[1];
      }
      this.from.value = String(this.range[0]);
      this.to.value = String(this.range[1]);
    }
    const undated = reports.filter((r) => (basis === 'reported' ? Number.isNaN(r.reported) : !r.happened)).length;
    this.undatedRow.hidden = undated === 0;
    const text = this.undatedRow.querySelector('span');
    if (text) text.textContent = `also ${plural(undated, 'report')} without a date`;
    this.draw();
  }

  private moved(input: HTMLInputElement): void {
    if (input === this.from && Number(this.from.value) > Number(this.to.value)) this.from.value = this.to.value;
    if (input === this.to && Number(this.to.value) < Number(this.from.value)) this.to.value = this.from.value;
    this.apply();
  }

  private apply(): void {
    const { filters } = this.store.state;
    const [first, last] = this.range ?? [-Infinity, Infinity];
    const from = this.range ? Number(this.from.value) : first;
    const to = this.range ? Number(this.to.value) : last;
    this.store.set({
      filters: {
        ...filters,
        time: {
          basis: this.basis(), undated: this.undated.checked,
          from: from <= first ? -Infinity : from, to: to >= last ? Infinity : to,
        },
      },
    });
  }

  private draw(): void {
    if (!this.range) {
      this.label.textContent = 'No date is known.';
      return;
    }
    const [first, last] = this.range;
    const [from, to] = [Number(this.from.value), Number(this.to.value)];
    const basis = this.basis();
    const { filters } = this.store.state;
    const ever = { ...filters, time: { basis, from: -Infinity, to: Infinity, undated: true } };
    const passing = this.store.model.reports.filter((r) => passes(r, ever));
    const days = basis === 'reported' ? passing.map((r) => r.reported) : happenedDays(passing);
    const counts = histogram(days, first, last, BINS);
    const most = Math.max(1, ...counts);
    const width = (last - first + 1) / BINS;
    this.bars.replaceChildren(...counts.map((c, i) => {
      const inside = first + (i + 1) * width > from && first + i * width <= to;
      const height = c === 0 ? 0 : Math.max(1.5, 20 * Math.sqrt(c / most));
      return svg('rect', { x: i + 0.08, y: 20 - height, width: 0.84, height, class: inside ? 'in' : 'out' });
    }));
    this.label.textContent = first === last ? readable(first) : `${readable(from)} – ${readable(to)}`;
    this.from.setAttribute('aria-valuetext', readable(from));
    this.to.setAttribute('aria-valuetext', readable(to));
    this.track.style.setProperty('--from', String((from - first) / Math.max(1, last - first)));
    this.track.style.setProperty('--to', String((to - first) / Math.max(1, last - first)));
  }
}
