// Part of dragoman; see LICENSE.
//
// The panel at the side: the entity, line or sentence that was chosen, and beside a text the list
// of its relations.

import { h, plural } from './dom';
import { legend, swatch } from './legend';
import type { Doc, Edge, Entity, Happening, Report, TextRelation } from './model';
import { happeningsOf, otherArguments, words } from './model';
import type { State, Store } from './store';
import { isoOf, readable, readableDays, readableWhen } from './time';

const MOST = 60;

export class Panel {
  readonly element = h('aside', { class: 'panel', 'aria-label': 'Details' });

  constructor(private readonly store: Store, private readonly jump: (entity: Entity) => void) {
    store.subscribe((changed) => this.changed(changed));
  }

  private changed(changed: ReadonlySet<keyof State>): void {
    if (['view', 'filters', 'selection', 'document'].some((k) => changed.has(k as keyof State))) this.draw();
  }

  draw(): void {
    const { view, selection, document: shown } = this.store.state;
    // A list that somebody walks through keeps its place and its focus.
    const focused = this.element.contains(document.activeElement)
      ? (document.activeElement as HTMLElement).dataset.key : undefined;
    const scroll = this.element.scrollTop;
    const parts: HTMLElement[] = [];
    const listed = view === 'text' && shown !== null && shown.relations.length > 0;
    if (selection?.kind === 'entity') parts.push(this.entityCard(selection.entity));
    else if (selection?.kind === 'edges') parts.push(this.edgesCard(selection.edges));
    else if (selection?.kind === 'report') parts.push(this.edgesCard([selection.report.edge], selection.report));
    else if (selection?.kind === 'happening') parts.push(this.happeningCard(selection.happening));
    else if (selection?.kind === 'relation' && !listed) parts.push(this.edgesCard(this.store.selectedEdges()));
    if (listed) parts.push(this.relationList(shown));
    else if (parts.length === 0) parts.push(this.hint());
    this.element.replaceChildren(...parts);
    this.element.classList.toggle('filled', selection !== null || listed);
    this.element.classList.toggle('chosen', selection !== null);
    if (listed && selection?.kind === 'relation') {
      this.element.scrollTop = scroll;
      this.element.querySelector('[aria-expanded=true]')?.scrollIntoView({ block: 'nearest' });
    } else {
      this.element.scrollTop = 0;
    }
    if (focused !== undefined) {
      const again = [...this.element.querySelectorAll<HTMLElement>('[data-key]')].find((e) => e.dataset.key === focused);
      (again ?? this.element.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true });
    }
  }

  private hint(): HTMLElement {
    const { view } = this.store.state;
    const text = view === 'table' ? 'Choose a row to read its sentence here.'
      : view === 'graph' ? 'Choose an entity to see who it is and what it does, or a line to read the sentences behind it.'
        : 'Choose a marked name to see who it is.';
    return h('section', { class: 'card' }, h('p', { class: 'panel-hint' }, text),
      ...(view === 'graph' ? [this.mostNamed(), legend(true)] : []));
  }

  // Where to begin: those of whom most is reported.
  private mostNamed(): HTMLElement {
    const counts = new Map<Entity, number>();
    for (const { edge } of this.store.visible) {
      for (const e of new Set([edge.source, edge.target])) if (!e.blank) counts.set(e, (counts.get(e) ?? 0) + 1);
    }
    const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0].name < b[0].name ? -1 : 1)).slice(0, 10);
    return h('div', {}, h('h3', {}, 'Most reported'), h('ol', { class: 'rows' }, ...most.map(([entity, count]) => h('li', {}, h('button', {
      type: 'button', class: 'row most', 'data-key': `most ${entity.id}`, onclick: () => this.jump(entity),
    }, swatch(entity.family), h('span', { class: 'row-main' }, entity.name), h('span', { class: 'meta' }, String(count)))))));
  }

  private close(): HTMLElement {
    return h('button', {
      type: 'button', class: 'close', 'aria-label': 'Close', 'data-key': 'close',
      onclick: () => this.store.set({ selection: null }),
    }, '✕');
  }

  private entityLink(entity: Entity): HTMLElement | string {
    if (entity.blank) return h('span', { class: 'nobody' }, 'not named');
    return h('button', {
      type: 'button', class: 'link', 'data-key': `entity ${entity.id}`,
      onclick: () => this.store.set({ selection: { kind: 'entity', entity } }),
    }, entity.name);
  }

  private fillerLink(id: string | null, text: string): HTMLElement | string {
    const entity = id === null ? undefined : this.store.model.entities.get(id);
    return entity ? this.entityLink(entity) : text;
  }

  // ---- an entity

  private entityCard(entity: Entity): HTMLElement {
    const reports = this.store.visible.filter((r) => r.edge.source === entity || r.edge.target === entity);
    const state = entity.state && entity.state !== entity.id ? this.store.model.entities.get(entity.state) : undefined;
    const offices = entity.edges.filter((e) => e.type === 'holds_office' && e.source === entity);
    const fact = (name: string, ...value: (Node | string)[]): HTMLElement[] => [h('dt', {}, name), h('dd', {}, ...value)];
    const inTexts = this.store.model.documents.filter((d) => d.mentions.some((m) => m.entity === entity.id));
    return h('section', { class: 'card', 'aria-label': `Entity: ${entity.name}` },
      h('div', { class: 'card-head' },
        h('h2', {}, swatch(entity.family), entity.name), this.close()),
      h('p', { class: 'meta' }, words(entity.type).toLowerCase(), ' · ', h('code', {}, entity.id)),
      h('dl', { class: 'facts' },
        ...(entity.aliases.length > 0 ? fact('Also', entity.aliases.join(', ')) : []),
        ...(entity.state && entity.state !== entity.id ? fact('State', state ? this.entityLink(state) : entity.state) : []),
        ...(offices.length > 0 ? fact('Office', ...offices.flatMap((e, i) => [i > 0 ? '; ' : '', ...this.office(e)])) : []),
        ...(inTexts.length > 0 ? fact('Named in', ...inTexts.flatMap((d, i) => [i > 0 ? ', ' : '', h('button', {
          type: 'button', class: 'link', 'data-key': `text ${d.index}`,
          onclick: () => this.store.set({ view: 'text', document: d }),
        }, d.name)])) : [])),
      this.store.state.view !== 'graph' && h('p', {}, h('button', {
        type: 'button', class: 'action', 'data-key': 'jump', onclick: () => this.jump(entity),
      }, 'Show in the graph')),
      h('h3', {}, reports.length === 0 ? 'No relation is shown' : plural(reports.length, 'report')),
      this.edgeList(entity, reports), this.timeline(reports));
  }

  private office(edge: Edge): (Node | string)[] {
    const title = otherArguments(edge).map((a) => a.words).join(', ');
    const when = edge.reports.find((r) => r.when)?.when;
    const parts: (Node | string)[] = [];
    if (title) parts.push(title);
    if (!edge.target.blank) parts.push(title ? ', ' : 'office in ', this.entityLink(edge.target));
    if (when) parts.push(` (${readableWhen(when.text)})`);
    return parts;
  }

  // The entity's edges by type, most reported first.
  private edgeList(entity: Entity, reports: readonly Report[]): HTMLElement {
    const byEdge = new Map<Edge, Report[]>();
    for (const r of reports) {
      const list = byEdge.get(r.edge);
      if (list) list.push(r);
      else byEdge.set(r.edge, [r]);
    }
    const edges = [...byEdge].sort((a, b) => b[1].length - a[1].length ||
      (a[0].type < b[0].type ? -1 : a[0].type > b[0].type ? 1 : a[0].index - b[0].index));
    return h('ul', { class: 'rows' }, ...edges.slice(0, MOST).map(([edge, own]) => {
      const out = edge.source === entity;
      const other = out ? edge.target : edge.source;
      return h('li', {}, h('button', {
        type: 'button', class: 'row', 'data-key': `edge ${edge.index}`,
        onclick: () => this.store.set({ selection: { kind: 'edges', edges: [edge] } }),
      },
      h('span', { class: 'row-main' }, h('span', { class: 'type' }, words(edge.type)),
        h('span', { class: 'arrow', 'aria-label': edge.symmetric ? 'with' : out ? 'to' : 'from' }, edge.symmetric ? ' ↔ ' : out ? ' → ' : ' ← '),
        other.blank ? h('span', { class: 'nobody' }, 'not named') : other.name,
        ...otherArguments(edge).slice(0, 1).map((a) => h('span', { class: 'arg' }, ` · ${a.words}`))),
      statusLine(own)));
    }), edges.length > MOST && h('li', { class: 'meta' }, `and ${edges.length - MOST} more: the table has them all`));
  }

  // ---- edges and their evidence

  private edgesCard(edges: readonly Edge[], only?: Report): HTMLElement {
    const [first] = edges;
    if (!first) return this.hint();
    const shown = edges.filter((e) => e.reports.some((r) => this.store.shows(r)));
    const list = shown.length > 0 ? shown : edges;
    return h('section', { class: 'card', 'aria-label': 'Evidence' },
      h('div', { class: 'card-head' },
        h('h2', {}, this.entityLink(first.source), arrow(first.symmetric), this.entityLink(first.target)),
        this.close()),
      ...list.slice(0, MOST).map((edge) => this.edgeSection(edge, only)),
      only ? '' : this.timeline(list.flatMap((e) => e.reports.filter((r) => this.store.shows(r)))));
  }

  private edgeSection(edge: Edge, only?: Report): HTMLElement {
    const definition = this.store.model.relationTypes[edge.type];
    const args = otherArguments(edge);
    const reports = only ? [only] : edge.reports.filter((r) => this.store.shows(r));
    return h('section', { class: 'edge' },
      h('h3', {}, words(edge.type)),
      definition ? h('p', { class: 'definition' }, definition) : '',
      args.length > 0 && h('dl', { class: 'facts' }, ...args.flatMap((a) => [
        h('dt', {}, words(a.role)), h('dd', {}, this.fillerLink(a.entity, a.words))])),
      reports.length === 0 ? h('p', { class: 'meta' }, 'The filters hide its reports.') : '',
      ...happeningsOf(reports.slice(0, MOST)).flatMap((happening) => [
        happening.reports.length > 1 && this.happeningLine(happening),
        h('ul', { class: 'reports' }, ...reports.slice(0, MOST).filter((r) => r.happening === happening).map((r) => h('li', {}, this.report(r)))),
      ]),
      reports.length > MOST && h('p', { class: 'meta' }, `and ${reports.length - MOST} more: the table has them all`));
  }

  // ---- happenings: what several reports tell of

  private open(happening: Happening): () => void {
    return () => this.store.set({ selection: { kind: 'happening', happening } });
  }

  // Above the reports of an edge that tell of it; others may stand at other edges.
  private happeningLine(happening: Happening): HTMLElement {
    const here = this.store.state.selection;
    const when = readableDays(happening.from, happening.to);
    const text = `One happening${when ? `, ${when}` : ''}: ${toldBy(happening)}`;
    return h('p', { class: 'happening' }, here?.kind === 'happening' ? text : h('button', {
      type: 'button', class: 'link', 'data-key': `happening ${happening.index}`, onclick: this.open(happening),
    }, text), happening.disputed && ' ', happening.disputed && h('span', { class: 'chip disputed' }, 'disputed'));
  }

  private happeningCard(happening: Happening): HTMLElement {
    const shown = happening.reports.filter((r) => this.store.shows(r));
    const reports = shown.length > 0 ? shown : happening.reports;
    const when = readableDays(happening.from, happening.to);
    return h('section', { class: 'card', 'aria-label': 'Happening' },
      h('div', { class: 'card-head' },
        h('h2', {}, this.entityLink(happening.source), arrow(happening.symmetric), this.entityLink(happening.target)), this.close()),
      h('h3', {}, words(happening.type)),
      h('p', { class: 'chips' }, ...happeningChips(happening)),
      h('p', { class: 'meta' }, [when, toldBy(happening)].filter((t) => t).join(' · ')),
      h('ul', { class: 'reports' }, ...reports.slice(0, MOST).map((r) => h('li', {}, this.report(r, true)))),
      reports.length > MOST && h('p', { class: 'meta' }, `and ${reports.length - MOST} more: the table has them all`));
  }

  // What these reports tell of, each once, in order of time.
  private timeline(reports: readonly Report[]): HTMLElement | string {
    const all = happeningsOf(reports);
    if (all.length < 2) return '';
    return h('div', {}, h('h3', {}, 'Timeline'), h('p', { class: 'meta' }, `${plural(reports.length, 'report')} of ${plural(all.length, 'happening')}`),
      h('ol', { class: 'rows timeline' }, ...all.slice(0, MOST).map((x) => h('li', {}, h('button', {
        type: 'button', class: 'row', 'data-key': `time ${x.index}`, onclick: this.open(x),
      },
      h('span', { class: 'meta' }, readableDays(x.from, x.to) || 'no day known'),
      h('span', { class: 'row-main' }, x.source.name, h('span', { class: 'type' }, ` ${words(x.type)}`), arrow(x.symmetric), x.target.name),
      h('span', { class: 'status-line' }, ...happeningChips(x), ` ${toldBy(x)}`)))),
      all.length > MOST && h('li', { class: 'meta' }, `and ${all.length - MOST} more`)));
  }

  private report(r: Report, grouped = false): HTMLElement {
    const source = r.said_by_entity ? this.fillerLink(r.said_by, r.saidByName) : r.saidByName;
    const facts: HTMLElement[] = [];
    const fact = (name: string, ...value: (Node | string)[]): void => {
      facts.push(h('dt', {}, name), h('dd', {}, ...value));
    };
    if (source) fact('Said by', source);
    if (r.hearsay) fact('Hearsay', 'reportedly');
    if (r.when) fact('When', readableWhen(r.when.text));
    if (r.where) fact('Where', this.fillerLink(r.where_entity ? r.where : null, r.whereName));
    if (!Number.isNaN(r.reported)) fact('Reported', h('time', { datetime: isoOf(r.reported) }, readable(r.reported)));
    if (r.document.outlet) fact('Outlet', r.document.outlet);
    fact('Document',
      r.place ? h('button', { type: 'button', class: 'link', 'data-key': `place ${r.index}`, onclick: () => this.store.showInText(r) }, r.document.name) : r.document.name,
      ...(r.document.url ? [' ', h('a', { href: r.document.url, target: '_blank', rel: 'noreferrer noopener' }, 'open ↗')] : []));
    if (r.because) fact('Rule', h('code', {}, r.because));
    if (grouped && r.together) fact('Belongs', r.together);
    return h('article', { class: `report ${r.polarity}` },
      h('blockquote', {}, ...quoted(r)), h('p', { class: 'chips' }, ...chips(r.status, r.polarity)), h('dl', { class: 'facts' }, ...facts));
  }

  // ---- the relations of a text

  private relationList(d: Doc): HTMLElement {
    const shown = d.relations.filter((r) => this.store.showsRelation(r));
    const hidden = d.relations.length - shown.length;
    return h('section', { class: 'card relations', 'aria-label': 'Relations in this article' },
      h('h2', {}, plural(shown.length, 'relation'), hidden > 0 && h('span', { class: 'meta' }, ` · ${hidden} hidden by filters`)),
      h('ol', { class: 'rows' }, ...shown.map((r) => this.relationRow(d, r))));
  }

  private relationRow(d: Doc, r: TextRelation): HTMLElement {
    const { selection } = this.store.state;
    const open = (selection?.kind === 'relation' && selection.relation === r) ||
      (selection?.kind === 'edges' && r.reports.some((x) => selection.edges.includes(x.edge)));
    const name = (f: TextRelation['fillers'][number]): string => {
      const entity = f.entity === null ? undefined : this.store.model.entities.get(f.entity);
      const m = d.mentions[f.mention];
      return entity?.name ?? (m ? (d.text ?? '').slice(m.start, m.end) : '');
    };
    const [first, ...rest] = r.fillers;
    const row = h('button', {
      type: 'button', class: `row ${r.polarity}`, 'aria-expanded': open ? 'true' : 'false', 'data-key': `relation ${r.index}`,
      onclick: () => this.store.set({ selection: open ? null : { kind: 'relation', relation: r } }),
    },
    h('span', { class: 'row-main' }, first ? name(first) : '', h('span', { class: 'type' }, ` ${words(r.type)} `),
      rest.map(name).join(', ')),
    h('span', { class: 'status-line' }, ...chips(r.status, r.polarity),
      r.said_by ? ` said by ${this.store.model.entities.get(r.said_by)?.name ?? r.said_by}` : ''));
    return h('li', { class: open ? 'open' : '' }, row, open && this.relationDetail(d, r, name));
  }

  private relationDetail(d: Doc, r: TextRelation, name: (f: TextRelation['fillers'][number]) => string): HTMLElement {
    const [report] = r.reports;
    const facts: HTMLElement[] = r.fillers.flatMap((f) => [h('dt', {}, words(f.role)), h('dd', {}, this.fillerLink(f.entity, name(f)))]);
    const fact = (label: string, ...value: (Node | string)[]): void => {
      facts.push(h('dt', {}, label), h('dd', {}, ...value));
    };
    if (r.said_by) fact('Said by', this.fillerLink(r.said_by, r.said_by));
    if (r.hearsay) fact('Hearsay', 'reportedly');
    if (r.when) fact('When', readableWhen(r.when));
    if (r.where) fact('Where', this.fillerLink(r.where, r.where));
    if (r.because) fact('Rule', h('code', {}, r.because));
    return h('div', { class: 'detail' },
      h('blockquote', {}, ...quotedSpan((d.text ?? '').slice(...r.evidence), [r.trigger[0] - r.evidence[0], r.trigger[1] - r.evidence[0]])),
      h('dl', { class: 'facts' }, ...facts),
      report && h('p', {}, h('button', {
        type: 'button', class: 'action', 'data-key': 'in graph',
        onclick: () => this.store.set({ view: 'graph', selection: { kind: 'edges', edges: [report.edge] } }),
      }, 'Show in the graph')));
  }
}

export function chips(status: string, polarity: string): (Node | string)[] {
  return [
    h('span', { class: `chip status-${status}` }, status),
    ...(polarity === 'denied' ? [' ', h('span', { class: 'chip denied' }, 'denied')] : []),
  ];
}

function arrow(symmetric: boolean): HTMLElement {
  return h('span', { class: 'arrow', 'aria-label': symmetric ? 'and' : 'to' }, symmetric ? ' ↔ ' : ' → ');
}

function happeningChips(happening: Happening): (Node | string)[] {
  return [...chips(happening.status, happening.denied ? 'denied' : 'asserted'),
    ...(happening.disputed ? [' ', h('span', { class: 'chip disputed' }, 'disputed')] : [])];
}

// "3 reports, 2 outlets"
function toldBy(happening: Happening): string {
  const outlets = new Set(happening.reports.map((r) => r.document.outlet).filter((o) => o)).size;
  return plural(happening.reports.length, 'report') + (outlets > 1 ? `, ${plural(outlets, 'outlet')}` : '');
}

function statusLine(reports: readonly Report[]): HTMLElement {
  const statuses = [...new Set(reports.map((r) => r.status))];
  const denied = reports.filter((r) => r.polarity === 'denied').length;
  return h('span', { class: 'status-line' },
    ...statuses.slice(0, 3).flatMap((s) => [h('span', { class: `chip status-${s}` }, s), ' ']),
    denied > 0 && h('span', { class: 'chip denied' }, denied === reports.length ? 'denied' : `denied in ${denied}`),
    reports.length > 1 ? ` ${reports.length} reports` : '');
}

// A sentence with the words that made the relation.
export function quotedSpan(text: string, span: readonly [number, number] | null): (Node | string)[] {
  if (!span || span[0] < 0 || span[0] >= span[1] || span[1] > text.length) return [text];
  return [text.slice(0, span[0]), h('mark', {}, text.slice(span[0], span[1])), text.slice(span[1])];
}

export const quoted = (r: Report): (Node | string)[] => quotedSpan(r.evidence || '(no sentence kept)', r.trigger);
