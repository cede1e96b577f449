// Part of dragoman; see LICENSE.
//
// Every report that the filters let through, one a row; sortable; rows are added as one scrolls.

import { h, plural } from './dom';
import { otherArguments, words, type Report } from './model';
import { chips, quoted } from './panel';
import { statusRank } from './statuses';
import type { State, Store } from './store';
import { isoOf, readable, readableWhen } from './time';

type Key = string | number;

interface Column {
  title: string;
  className: string;
  key: (r: Report) => Key;
  cell: (r: Report) => (Node | string)[];
}

const COLUMNS: readonly Column[] = [
  { title: 'From', className: 'name', key: (r) => r.edge.source.name, cell: (r) => [r.edge.source.blank ? '–' : r.edge.source.name] },
  {
    title: 'Relation', className: 'type', key: (r) => r.edge.type,
    cell: (r) => [words(r.edge.type), ...otherArguments(r.edge).map((a) => h('span', { class: 'arg' }, ` ${a.words}`))],
  },
  { title: 'To', className: 'name', key: (r) => r.edge.target.name, cell: (r) => [r.edge.target.blank ? '–' : r.edge.target.name] },
  { title: 'Status', className: 'status', key: (r) => statusRank(r.status) + (r.polarity === 'denied' ? 0.5 : 0), cell: (r) => chips(r.status, r.polarity) },
  { title: 'Said by', className: 'said-by', key: (r) => r.saidByName, cell: (r) => [r.saidByName, r.hearsay ? ' (reportedly)' : ''] },
  { title: 'When', className: 'date', key: (r) => r.when?.from ?? '', cell: (r) => [r.when ? readableWhen(r.when.text) : ''] },
  {
    title: 'Reported', className: 'date', key: (r) => (Number.isNaN(r.reported) ? '' : isoOf(r.reported)),
    cell: (r) => [Number.isNaN(r.reported) ? '' : readable(r.reported), r.document.outlet ? h('span', { class: 'arg' }, ` ${r.document.outlet}`) : ''],
  },
  { title: 'Evidence', className: 'evidence', key: (r) => r.evidence, cell: (r) => [h('div', {}, ...quoted(r))] },
];

const PAGE = 150;

export function sortReports(reports: readonly Report[], key: (r: Report) => Key, descending: boolean): Report[] {
  const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const keyed = reports.map((r) => ({ r, k: key(r) }));
  keyed.sort((a, b) => {
    // What is not known stands last either way.
    if (a.k === '' || b.k === '') return Number(a.k === '') - Number(b.k === '') || a.r.index - b.r.index;
    const order = typeof a.k === 'number' && typeof b.k === 'number' ? a.k - b.k : collator.compare(String(a.k), String(b.k));
    return (descending ? -order : order) || a.r.index - b.r.index;
  });
  return keyed.map((x) => x.r);
}

export class TableView {
  readonly element: HTMLElement;
  private readonly body = h('tbody', {});
  private readonly count = h('p', { class: 'table-count', role: 'status' });
  private readonly more = h('button', { type: 'button', class: 'action', onclick: () => this.grow(true) }, 'Show more rows');
  private readonly heads: HTMLElement[] = [];
  private readonly scroller: HTMLElement;
  private sorted: Report[] = [];
  private rows: HTMLElement[] = [];
  private column = -1;
  private descending = false;
  private cursor = 0;

  constructor(private readonly store: Store) {
    const head = h('tr', {}, ...COLUMNS.map((column, i) => {
      const cell = h('th', { scope: 'col', class: column.className }, h('button', {
        type: 'button', onclick: () => this.sortBy(i),
      }, column.title, h('span', { class: 'sort', 'aria-hidden': 'true' })));
      this.heads.push(cell);
      return cell;
    }));
    this.scroller = h('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': 'Table of reports' },
      h('table', {}, h('thead', {}, head), this.body), this.more);
    this.element = h('div', { class: 'table' }, this.count, this.scroller);
    this.body.addEventListener('click', (e) => {
      const row = (e.target as Element).closest<HTMLElement>('tr');
      if (row) this.choose(Number(row.dataset.row));
    });
    this.body.addEventListener('keydown', (e) => this.pressed(e));
    new IntersectionObserver((entries) => {
      if (entries.some((e) => e.isIntersecting)) this.grow(false);
    }, { root: this.scroller, rootMargin: '400px' }).observe(this.more);
    store.subscribe((changed) => this.changed(changed));
  }

  private changed(changed: ReadonlySet<keyof State>): void {
    if (this.store.state.view !== 'table') return;
    if (changed.has('view') || changed.has('filters')) this.draw();
    else if (changed.has('selection')) this.showSelection();
  }

  draw(): void {
    const column = COLUMNS[this.column];
    this.sorted = column ? sortReports(this.store.visible, column.key, this.descending) : [...this.store.visible];
    this.cursor = 0;
    this.rows = [];
    this.body.replaceChildren();
    this.heads.forEach((cell, i) => {
      if (i === this.column) cell.setAttribute('aria-sort', this.descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    });
    this.count.textContent = this.sorted.length === 0 ? 'The filters leave nothing to show.' : plural(this.sorted.length, 'report');
    this.grow(false);
    this.scroller.scrollTop = 0;
  }

  private sortBy(i: number): void {
    this.descending = this.column === i && !this.descending;
    this.column = i;
    this.draw();
  }

  private grow(focus: boolean): void {
    const from = this.rows.length;
    for (const report of this.sorted.slice(from, from + PAGE)) {
      const row = h('tr', { tabindex: -1, 'data-row': this.rows.length }, ...COLUMNS.map((c) => h('td', { class: c.className }, ...c.cell(report))));
      this.rows.push(row);
      this.body.append(row);
    }
    if (from === 0) this.rows[0]?.setAttribute('tabindex', '0');
    this.more.hidden = this.rows.length >= this.sorted.length;
    if (focus) this.focusRow(from);
    this.showSelection();
  }

  private focusRow(i: number): void {
    const row = this.rows[i];
    if (!row) return;
    this.rows[this.cursor]?.setAttribute('tabindex', '-1');
    this.cursor = i;
    row.setAttribute('tabindex', '0');
    row.focus();
  }

  private choose(i: number): void {
    const report = this.sorted[i];
    if (!report) return;
    this.focusRow(i);
    this.store.set({ selection: { kind: 'report', report } });
  }

  private pressed(event: KeyboardEvent): void {
    const row = (event.target as Element).closest<HTMLElement>('tr');
    if (!row) return;
    const at = Number(row.dataset.row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.rows.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (to !== undefined) {
      if (to >= this.rows.length) this.grow(false);
      this.focusRow(Math.max(0, Math.min(this.rows.length - 1, to)));
    } else if (event.key === 'Enter' || event.key === ' ') this.choose(at);
    else return;
    event.preventDefault();
  }

  private showSelection(): void {
    const { selection } = this.store.state;
    const chosen = selection ? new Set(this.store.selectedReports()) : new Set<Report>();
    this.rows.forEach((row, i) => {
      const report = this.sorted[i];
      const is = report !== undefined && chosen.has(report);
      row.classList.toggle('chosen', is);
      if (is) row.setAttribute('aria-selected', 'true');
      else row.removeAttribute('aria-selected');
    });
  }
}
