// Part of dragoman; see LICENSE.
//
// A text with its entities marked, and arcs from who does to whom it is done.

import { ArcRouter, type End } from './arcs';
import { debounce, h, svg } from './dom';
import { familyOf } from './families';
import type { Doc, TextRelation } from './model';
import { textsOf, words } from './model';
import { isLeaf, segment, type Leaf, type Part } from './segments';
import { dashOf, DASHES } from './statuses';
import type { State, Store } from './store';
import { readable, dayOf, readableWhen } from './time';
import type { Tooltip } from './tooltip';

export class TextView {
  readonly element: HTMLElement;
  private readonly list = h('nav', { class: 'documents', 'aria-label': 'Articles' });
  private readonly head = h('header', { class: 'article-head' });
  private readonly body = h('div', {
    class: 'article-body', role: 'group',
    'aria-label': 'Text with marked names; arrow keys go from name to name, Enter opens one',
  });
  private readonly arcs = svg('svg', { class: 'arcs', 'aria-hidden': 'true' });
  private readonly paper = h('div', { class: 'paper' });
  private readonly article: HTMLElement;
  private readonly empty = h('div', { class: 'empty' });
  private shown: Doc | null = null;
  private marks: HTMLElement[] = [];           // by mention
  private sentences: HTMLElement[] = [];
  private cursor = 0;                          // the mark that Tab reaches

  constructor(private readonly store: Store, private readonly tooltip: Tooltip) {
    this.paper.append(this.arcs, this.body);
    this.article = h('article', { class: 'article' }, this.head, this.paper);
    this.element = h('div', { class: 'text' }, this.list, this.article, this.empty);
    this.body.addEventListener('click', (e) => this.clicked(e.target as Element));
    this.body.addEventListener('keydown', (e) => this.pressed(e));
    store.subscribe((changed) => this.changed(changed));
    new ResizeObserver(debounce(60, () => this.drawArcs())).observe(this.paper);
    void document.fonts.ready.then(() => this.drawArcs());
  }

  private changed(changed: ReadonlySet<keyof State>): void {
    if (this.store.state.view !== 'text') return;
    if (changed.has('view') || changed.has('document')) this.show();
    if (changed.has('filters') || changed.has('view')) this.showFilters();
    if (changed.has('selection') || changed.has('view') || changed.has('document')) this.showSelection(true);
    if (changed.has('filters') || changed.has('selection')) this.drawArcs();
  }

  show(): void {
    const document = this.store.state.document;
    this.showList();
    this.article.hidden = document === null;
    this.empty.hidden = document !== null;
    this.empty.textContent = 'There is no text here: the page was made from a graph, which keeps sentences only. The table shows them.';
    if (document && document !== this.shown) this.writeText(document);
    this.drawArcs();
  }

  private showList(): void {
    const texts = textsOf(this.store.model);
    this.list.hidden = texts.length < 2;
    this.list.replaceChildren(h('h2', {}, 'Articles'), h('ol', {}, ...texts.map((d) => h('li', {},
      h('button', {
        type: 'button', class: 'document', 'aria-current': d === this.store.state.document ? 'true' : undefined,
        onclick: () => this.store.set({ document: d, selection: null }),
      }, h('span', { class: 'name' }, titleOf(d)), h('span', { class: 'meta' },
        [d.date && readable(dayOf(d.date)), d.outlet].filter(Boolean).join(' · ') || d.name))))));
    // Only where it is out of sight: some browsers take what was scrolled to as the place from which Tab goes on.
    const current = this.list.querySelector('[aria-current]');
    if (current && !inSight(current, this.list)) current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private writeText(d: Doc): void {
    this.shown = d;
    this.cursor = 0;
    this.marks = [];
    this.sentences = [];
    this.head.replaceChildren(
      h('p', { class: 'dateline' }, [d.outlet, d.date && readable(dayOf(d.date)), d.name].filter(Boolean).join(' · ')),
      d.url ? h('p', {}, h('a', { href: d.url, target: '_blank', rel: 'noreferrer noopener' }, 'Open the source ↗')) : '');
    const text = d.text ?? '';
    const triggers = d.relations.map((r) => ({ start: r.trigger[0], end: r.trigger[1] }));
    const mentions = d.mentions.map((m, index) => ({ start: m.start, end: m.end, index }));
    const parts: Node[] = [];
    let at = 0;
    let next = 0;                              // mention
    const title = titleRange(d);
    let aside = false;                         // the sentence before was no prose
    const sorted = [...mentions].sort((a, b) => a.start - b.start);
    for (const [start, end, prose] of d.sentences) {
      if (start < at || end > text.length) continue;
      if (start > at) parts.push(this.between(text.slice(at, start), aside || prose === 0));
      aside = prose === 0;
      const inside: typeof mentions = [];
      for (; next < sorted.length; ++next) {
        const m = sorted[next];
        if (!m || m.start >= end) break;
        if (m.start >= start) inside.push(m);
      }
      const tree = segment(start, end, inside, triggers.filter((t) => t.start < end && t.end > start));
      const sentence = h('span', { class: prose === 0 ? 'sentence aside' : start >= title[0] && end <= title[1] ? 'sentence headline' : 'sentence' },
        ...tree.children.map((c) => this.render(c, d, text)));
      sentence.dataset.start = String(start);
      this.sentences.push(sentence);
      parts.push(sentence);
      at = end;
    }
    if (at < text.length) parts.push(document.createTextNode(text.slice(at)));
    this.body.replaceChildren(...parts);
    this.marks.find((m) => m.isConnected)?.setAttribute('tabindex', '0');
    this.cursor = Math.max(0, this.marks.findIndex((m) => (m as HTMLElement | undefined)?.isConnected ?? false));
    this.showFilters();
  }

  // What stands between sentences.  Blank lines take less room than lines of text would, and the
  // text still holds every character that was there.
  private between(space: string, atBlock: boolean): Node {
    const lines = space.split('\n').length - 1;
    if (lines === 0 || (lines === 1 && !atBlock) || space.trim() !== '') return document.createTextNode(space);
    return h('span', { class: lines > 1 ? 'break paragraph' : 'break' }, space);
  }

  private render(part: Part | Leaf, d: Doc, text: string): Node {
    if (isLeaf(part)) {
      const words = text.slice(part.start, part.end);
      return part.trigger ? h('span', { class: 'trigger', 'data-start': part.start }, words) : document.createTextNode(words);
    }
    const mention = part.mention === null ? undefined : d.mentions[part.mention];
    const children = part.children.map((c) => this.render(c, d, text));
    if (!mention || part.mention === null) return h('span', {}, ...children);
    const linked = mention.entity !== null;
    const mark = h('span', {
      class: `mention family-${familyOf(mention.type)}${linked ? '' : ' unlinked'}${mention.form === 'named' ? '' : ' indirect'}`,
      tabindex: -1, role: linked ? 'link' : 'note',   // a button could hold no other name
    }, ...children);
    mark.dataset.mention = String(part.mention);
    const index = part.mention;
    this.tooltip.attach(mark, () => this.explain(d, index));
    this.marks[part.mention] = mark;
    return mark;
  }

  private explain(d: Doc, index: number): Node[] {
    const m = d.mentions[index];
    if (!m) return [];
    const entity = m.entity === null ? undefined : this.store.model.entities.get(m.entity);
    const value = typeof m.value === 'string' ? readableWhen(m.value) : m.value
      ? `${m.value.low === m.value.high ? m.value.low : `${m.value.low} – ${m.value.high}`} ${m.value.unit}` : '';
    return [
      h('strong', {}, entity?.name ?? (value || (d.text ?? '').slice(m.start, m.end))),
      h('span', { class: 'meta' }, [words(m.type).toLowerCase(), m.entity ?? '', m.form === 'named' ? '' : m.form].filter(Boolean).join(' · ')),
      m.link ? h('span', {}, `Linked by: ${m.link}`) : '',
      m.because ? h('code', {}, m.because) : '',
    ].filter((x): x is HTMLElement => x !== '');
  }

  private clicked(target: Element): void {
    const mark = target.closest<HTMLElement>('.mention');
    if (mark) {
      this.openMark(mark);
      return;
    }
    if (!getSelection()?.isCollapsed) return;      // somebody copies words
    const sentence = target.closest<HTMLElement>('.sentence');
    const start = Number(sentence?.dataset.start ?? NaN);
    const inSentence = this.shown?.relations.filter((r) => r.evidence[0] === start && this.store.showsRelation(r)) ?? [];
    const trigger = Number(target.closest<HTMLElement>('.trigger')?.dataset.start ?? NaN);
    const { selection } = this.store.state;
    const now = selection?.kind === 'relation' ? inSentence.indexOf(selection.relation) : -1;
    const relation = inSentence.find((r) => r.trigger[0] === trigger) ?? inSentence[(now + 1) % Math.max(1, inSentence.length)];
    this.store.set({ selection: relation ? { kind: 'relation', relation } : null });
  }

  private openMark(mark: HTMLElement): void {
    const m = this.shown?.mentions[Number(mark.dataset.mention)];
    const entity = m?.entity ? this.store.model.entities.get(m.entity) : undefined;
    this.focusMark(Number(mark.dataset.mention));
    if (entity) this.store.set({ selection: { kind: 'entity', entity } });
  }

  private focusMark(index: number): void {
    this.marks[this.cursor]?.setAttribute('tabindex', '-1');
    this.cursor = index;
    this.marks[index]?.setAttribute('tabindex', '0');
    this.marks[index]?.focus();
  }

  private pressed(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const mark = (event.target as Element).closest<HTMLElement>('.mention');
    if (step !== undefined && mark) {
      for (let i = this.cursor + step; i >= 0 && i < this.marks.length; i += step) {
        if (!(this.marks[i] as HTMLElement | undefined)?.isConnected) continue;
        this.focusMark(i);
        break;
      }
      event.preventDefault();
    } else if ((event.key === 'Enter' || event.key === ' ') && mark) {
      this.openMark(mark);
      event.preventDefault();
    }
  }

  private showFilters(): void {
    const off = this.store.state.filters.off.entity;
    this.shown?.mentions.forEach((m, i) => {
      (this.marks[i] as HTMLElement | undefined)?.classList.toggle('off', off.has(m.type));
    });
  }

  // Marks what is selected; scrolls there if it was chosen elsewhere.
  private showSelection(scroll: boolean): void {
    const { selection } = this.store.state;
    const d = this.shown;
    if (!d) return;
    const relations = this.selectedRelations();
    const inEvidence = (start: number): boolean =>
      relations.some((r) => r.evidence[0] <= start && start < r.evidence[1]) ||
      (selection?.kind === 'report' && selection.report.document === d && selection.report.place !== null &&
        selection.report.place[0] <= start && start < selection.report.place[1]);
    for (const sentence of this.sentences) {
      sentence.classList.toggle('evidence', inEvidence(Number(sentence.dataset.start)));
    }
    const fillers = new Set(relations.flatMap((r) => r.fillers.map((f) => f.mention)));
    d.mentions.forEach((m, i) => {
      const mark = this.marks[i] as HTMLElement | undefined;
      mark?.classList.toggle('chosen', selection?.kind === 'entity' && m.entity === selection.entity.id);
      mark?.classList.toggle('filler', fillers.has(i));
    });
    const triggers = new Set(relations.map((r) => r.trigger[0]));
    for (const t of this.body.querySelectorAll<HTMLElement>('.trigger')) {
      t.classList.toggle('chosen', triggers.has(Number(t.dataset.start)));
    }
    const first = this.body.querySelector('.evidence') ?? this.body.querySelector('.mention.chosen');
    if (scroll && first && selection && !this.body.contains(document.activeElement)) {
      const box = first.getBoundingClientRect();
      const frame = this.element.getBoundingClientRect();
      if (box.top < frame.top + 40 || box.bottom > Math.min(frame.bottom, innerHeight) - 40) {
        first.scrollIntoView({ block: 'center' });
      }
    }
  }

  private selectedRelations(): readonly TextRelation[] {
    const { selection } = this.store.state;
    const relations = this.shown?.relations ?? [];
    switch (selection?.kind) {
      case 'relation': return relations.filter((r) => r === selection.relation);
      case 'report': return relations.filter((r) => r.reports.includes(selection.report));
      case 'edges': return relations.filter((r) => r.reports.some((x) => selection.edges.includes(x.edge)));
      case 'happening': return relations.filter((r) => r.reports.some((x) => x.happening === selection.happening));
      default: return [];
    }
  }

  drawArcs(): void {
    const d = this.shown;
    if (!d || this.store.state.view !== 'text' || this.paper.clientWidth === 0) return;
    const origin = this.body.getBoundingClientRect();
    const line = parseFloat(getComputedStyle(this.body).lineHeight);
    const endOf = (mention: number): End | null => {
      const rect = (this.marks[mention] as HTMLElement | undefined)?.getClientRects()[0];
      if (!rect) return null;
      return { x: rect.left + rect.width / 2 - origin.left, top: rect.top - origin.top, line: Math.round((rect.top - origin.top) / line) };
    };
    const selected = new Set(this.selectedRelations());
    const router = new ArcRouter(this.body.clientWidth);
    const drawn: { group: SVGElement; relation: TextRelation }[] = [];
    for (const relation of d.relations) {
      if (!this.store.showsRelation(relation)) continue;
      const [first, ...rest] = relation.fillers;
      if (!first) continue;
      const group = svg('g', { class: `arc ${relation.polarity}${selected.has(relation) ? ' chosen' : ''}` });
      const others = selected.has(relation) ? rest : rest.filter((f) => f.role !== first.role).slice(0, 1);
      for (const other of others) {
        const [a, b] = [endOf(first.mention), endOf(other.mention)];
        if (!a || !b || Math.abs(a.x - b.x) + Math.abs(a.top - b.top) < 8) continue;
        const path = router.route(a, b, !relation.symmetric);
        const dash = dashOf([relation.status]);
        group.append(svg('path', { class: 'reach', d: path.d }), svg('path', {
          class: 'line', d: path.d, ...(dash === 'solid' ? {} : { 'stroke-dasharray': DASHES[dash].pattern.join(' ') }),
        }));
        if (path.head) group.append(svg('path', { class: 'head', d: path.head }));
      }
      if (group.childElementCount === 0) continue;
      group.addEventListener('click', () => this.store.set({ selection: { kind: 'relation', relation } }));
      this.tooltip.attach(group, () => [
        h('strong', {}, words(relation.type)),
        h('span', { class: 'meta' }, [relation.status, relation.polarity === 'denied' ? 'denied' : ''].filter(Boolean).join(' · ')),
        relation.because ? h('code', {}, relation.because) : '',
      ].filter((x): x is HTMLElement => x !== ''));
      drawn.push({ group, relation });
    }
    // What is chosen lies on top.
    drawn.sort((a, b) => Number(selected.has(a.relation)) - Number(selected.has(b.relation)));
    this.arcs.replaceChildren(...drawn.map((x) => x.group));
    this.arcs.setAttribute('width', String(this.body.clientWidth));
    this.arcs.setAttribute('height', String(this.body.clientHeight));
  }
}

function inSight(element: Element, box: Element): boolean {
  const e = element.getBoundingClientRect(), b = box.getBoundingClientRect();
  return e.top >= b.top && e.bottom <= b.bottom && e.left >= b.left && e.right <= b.right;
}

// Where the headline stands: the first line of prose, if it is one of the first few and no more
// than a headline; else nowhere.
export function titleRange(d: Doc): [number, number] {
  const text = d.text ?? '';
  const [start] = d.sentences.find(([from, , prose]) => prose !== 0 && from < 600) ?? [0];
  const line = text.indexOf('\n', start);
  const end = line < 0 ? text.length : line;
  return end - start <= 160 && end < text.length ? [start, end] : [0, 0];
}

export function titleOf(d: Doc): string {
  const title = (d.text ?? '').slice(...titleRange(d)).trim() || d.name;
  return title.length > 90 ? `${title.slice(0, 88).trimEnd()}…` : title;
}
