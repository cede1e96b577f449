// Part of dragoman; see LICENSE.
//
// The graph.  cytoscape draws nodes and lines and says what the pointer meets; places come from
// layout.ts, names from labels.ts on a canvas above.

import cytoscape, { type Core, type EdgeSingular, type ElementDefinition, type NodeSingular } from 'cytoscape';
import { bundleEdges, type Bundle } from './bundles';
import { readColours, type Colours } from './colours';
import { debounce, h, plural } from './dom';
import { GraphKeys } from './graph_keys';
import { graphStyle } from './graph_style';
import { drawingOf, type Drawing } from './graph_svg';
import { clip, placeLabels, type LabelItem } from './labels';
import { layout } from './layout';
import { legend } from './legend';
import type { Entity } from './model';
import type { State, Store } from './store';

const MANY_LINES = 600;

export class GraphView {
  readonly element: HTMLElement;
  private readonly host = h('div', {
    class: 'graph-host', tabindex: 0, role: 'application', 'aria-roledescription': 'relation graph',
    'aria-describedby': 'graph-keys',
  });
  private readonly names = h('canvas', { class: 'graph-names', 'aria-hidden': 'true' });
  private readonly status = h('p', { class: 'graph-status', role: 'status' });
  private readonly empty = h('div', { class: 'empty', hidden: true });
  private readonly paper = h('div', { class: 'graph-paper', 'aria-hidden': 'true' });
  private cy: Core | null = null;
  private bundles = new Map<string, Bundle>();
  private colours: Colours = readColours();
  private many = false;           // lines, so they are drawn simpler
  private stale = true;           // what is shown is not what the filters say
  private laidOut: Promise<void> | null = null;
  private readonly widths = new Map<string, number>();

  constructor(private readonly store: Store, private readonly say: (text: string) => void) {
    const tool = (label: string, title: string, action: () => void): HTMLElement =>
      h('button', {
        type: 'button', class: 'tool', title, 'aria-label': label.length === 1 ? title : undefined, onclick: action,
      }, label);
    const toggle = (label: string, key: 'apart' | 'lonely'): HTMLElement => h('label', { class: 'tool check' },
      h('input', { type: 'checkbox', onchange: (e: Event) => store.set({ [key]: (e.target as HTMLInputElement).checked }) }),
      label);
    this.element = h('div', { class: 'graph' },
      h('div', { class: 'graph-tools', role: 'group', 'aria-label': 'Graph' },
        tool('+', 'Zoom in', () => this.zoom(1.3)),
        tool('−', 'Zoom out', () => this.zoom(1 / 1.3)),
        tool('Fit', 'Show the whole graph', () => this.fit()),
        tool('Arrange', 'Arrange what is shown anew', () => void this.arrange()),
        toggle('Lines apart', 'apart'),
        toggle('Entities without relations', 'lonely')),
      h('div', { class: 'graph-stage' }, this.host, this.names, this.empty, this.status,
        legend(false)),
      this.paper,
      h('p', { id: 'graph-keys', class: 'hint' },
        'Arrow keys go from entity to entity, Enter opens one, [ and ] go through its lines, + − 0 zoom, Shift and arrows move the picture, Escape closes.'));
    store.subscribe((changed) => this.changed(changed));
    new ResizeObserver(debounce(60, () => this.resized())).observe(this.host);
    // Paper has another shape than the window, and its canvases would be stretched.
    addEventListener('beforeprint', () => {
      const drawing = store.state.view === 'graph' ? this.drawing() : null;
      this.paper.replaceChildren(...(drawing ? [drawing.svg] : []));
    });
    addEventListener('afterprint', () => this.paper.replaceChildren());
  }

  private changed(changed: ReadonlySet<keyof State>): void {
    if (changed.has('filters') || changed.has('apart') || changed.has('lonely')) this.stale = true;
    if (this.store.state.view !== 'graph') return;
    if (changed.has('view')) void this.open();
    else if (this.stale) this.refresh();
    if (changed.has('selection')) this.showSelection();
  }

  // Resolves once the graph stands where it will stay.
  async open(): Promise<void> {
    if (!this.cy) this.start();
    this.resized();
    if (this.stale) this.refresh();
    this.laidOut ??= this.arrange();
    await this.laidOut;
    this.showSelection();
  }

  private start(): void {
    cytoscape.warnings(false);      // it warns of lines between nodes that somebody dragged together
    this.cy = cytoscape({
      container: this.host, minZoom: 0.02, maxZoom: 6, boxSelectionEnabled: false, autounselectify: true,
      style: graphStyle(this.colours, false), pixelRatio: Math.min(2, devicePixelRatio),
    });
    const cy = this.cy;
    cy.on('tap', 'node', (e) => this.choose((e.target as NodeSingular).id()));
    cy.on('tap', 'edge', (e) => this.chooseLine((e.target as EdgeSingular).id()));
    cy.on('tap', (e) => {
      if (e.target === cy) this.store.set({ selection: null });
    });
    cy.on('mouseover', 'node, edge', (e) => {
      (e.target as NodeSingular).addClass('hover');
      this.host.classList.add('pointing');
    });
    cy.on('mouseout', 'node, edge', (e) => {
      (e.target as NodeSingular).removeClass('hover');
      this.host.classList.remove('pointing');
    });
    cy.on('render', () => this.drawNames());
    new GraphKeys(cy, this.host, {
      open: (id) => this.choose(id),
      openLine: (id) => this.chooseLine(id),
      close: () => this.store.set({ selection: null }),
      fit: () => this.fit(),
      zoom: (by) => this.zoom(by),
      say: (text) => this.say(text),
      describe: (id) => this.describe(id),
      describeLine: (id) => this.describeLine(id),
      nameShown: () => this.drawNames(),
    });
  }

  private choose(id: string): void {
    const entity = this.store.model.entities.get(id);
    if (entity) this.store.set({ selection: { kind: 'entity', entity } });
  }

  private chooseLine(id: string): void {
    const bundle = this.bundles.get(id);
    if (bundle) this.store.set({ selection: { kind: 'edges', edges: bundle.edges } });
  }

  private describe(id: string): string {
    const entity = this.store.model.entities.get(id);
    if (!entity || !this.cy) return '';
    return `${entity.name}, ${entity.type.replaceAll('_', ' ').toLowerCase()}, ${plural(
      this.cy.getElementById(id).connectedEdges(':visible').length, 'line')}`;
  }

  private describeLine(id: string): string {
    const b = this.bundles.get(id);
    return b ? `${b.source.name}, ${b.label}, ${b.target.name}, ${plural(b.reports.length, 'report')}` : '';
  }

  // Until the layout is done, on a spiral: nodes in one place would have no lines.
  private nodeOf(entity: Entity, degree: number, i: number): ElementDefinition {
    return {
      position: { x: 60 * Math.sqrt(i) * Math.cos(2.4 * i), y: 60 * Math.sqrt(i) * Math.sin(2.4 * i) },
      group: 'nodes', classes: entity.family,
      data: { id: entity.id, size: entity.blank ? 9 : Math.min(58, 15 + 5.5 * Math.sqrt(degree)), degree },
    };
  }

  // Brings nodes and lines up to date with the filters; places stay.
  private refresh(): void {
    const { cy } = this;
    if (!cy) return;
    this.stale = false;
    const { apart, lonely, filters } = this.store.state;
    const bundles = bundleEdges(this.store.visible, apart);
    this.bundles = new Map(bundles.map((b) => [b.id, b]));
    const many = bundles.length > MANY_LINES;
    const wanted = new Set<string>();
    for (const b of bundles) wanted.add(b.source.id).add(b.target.id);
    if (lonely) {
      for (const e of this.store.model.entities.values()) {
        if (e.edges.length === 0 && !e.blank && !filters.off.entity.has(e.type)) wanted.add(e.id);
      }
    }
    cy.batch(() => {
      const fresh: ElementDefinition[] = [];
      for (const id of wanted) {
        const entity = this.store.model.entities.get(id);
        if (entity && cy.getElementById(id).empty()) {
          fresh.push(this.nodeOf(entity, entity.edges.length, fresh.length));
        }
      }
      cy.add(fresh);
      cy.nodes().forEach((n) => void n.toggleClass('off', !wanted.has(n.id())));
      cy.edges().filter((e) => !this.bundles.has(e.id())).remove();
      const lines: ElementDefinition[] = [];
      for (const b of bundles) {
        const classes = [b.stance, b.dash, ...(b.directed ? ['directed'] : [])];
        const width = Math.min(7, 1.6 + 0.9 * Math.log2(b.reports.length));
        const old = cy.getElementById(b.id);
        if (old.empty()) {
          lines.push({
            group: 'edges', classes: classes.join(' '),
            data: { id: b.id, source: b.source.id, target: b.target.id, width },
          });
        } else {
          old.classes(classes).data('width', width);
        }
      }
      cy.add(lines);
    });
    if (many !== this.many) {
      this.many = many;
      cy.style(graphStyle(this.colours, many));
    }
    this.placeNewcomers();
    const nothing = wanted.size === 0;
    this.empty.hidden = !nothing;
    this.empty.textContent = this.store.model.edges.length === 0
      ? 'No relation was found in these articles.' : 'The filters leave nothing to show.';
    this.status.textContent = nothing ? '' :
      `${plural([...wanted].filter((id) => !id.startsWith('_:')).length, 'entity', 'entities')}, ${plural(bundles.length, 'line')}`;
    this.host.setAttribute('aria-label', `Graph of ${this.status.textContent || 'nothing'}`);
    this.showSelection();
  }

  // Nodes that come in after the layout stand beside a neighbour.
  private placeNewcomers(): void {
    const { cy } = this;
    if (!cy || !this.laidOut) return;
    const fresh = cy.nodes(':visible').filter((n) => n.scratch('placed') !== true);
    if (fresh.empty()) return;
    const box = cy.elements().boundingBox();
    let i = 0;
    fresh.forEach((n) => {
      const near = n.neighborhood('node').filter((m) => m.scratch('placed') === true)[0];
      const angle = (i += 1) * 2.4;
      const at = near ? near.position() : { x: box.x2 + 40, y: (box.y1 + box.y2) / 2 };
      n.position({ x: at.x + 70 * Math.cos(angle), y: at.y + 70 * Math.sin(angle) + (near ? 0 : i * 4) });
      n.scratch('placed', true);
    });
  }

  async arrange(): Promise<void> {
    const { cy } = this;
    if (!cy) return;
    const nodes = cy.nodes(':visible');
    this.element.setAttribute('aria-busy', 'true');
    this.host.classList.add('arranging');
    const weights = new Map<string, { source: string; target: string; weight: number }>();
    cy.edges(':visible').forEach((e) => {
      const [source, target] = [e.data('source') as string, e.data('target') as string];
      if (source === target) return;
      const key = source < target ? `${source} ${target}` : `${target} ${source}`;
      const link = weights.get(key);
      if (link) link.weight += 1;
      else weights.set(key, { source, target, weight: 1 });
    });
    const places = await layout(
      nodes.map((n) => ({ id: n.id(), radius: (n.data('size') as number) / 2 })), [...weights.values()],
      this.host.clientWidth / Math.max(1, this.host.clientHeight));
    cy.batch(() => nodes.forEach((n) => {
      const place = places.get(n.id());
      if (place) n.position(place);
      n.scratch('placed', true);
    }));
    this.fit();
    this.host.classList.remove('arranging');
    this.element.removeAttribute('aria-busy');
  }

  private showSelection(): void {
    const { cy } = this;
    if (!cy) return;
    const { selection } = this.store.state;
    const chosen = new Set(this.store.selectedEdges());
    const node = selection?.kind === 'entity' ? cy.getElementById(selection.entity.id) : cy.collection();
    cy.batch(() => {
      cy.elements().removeClass('dim near selected');
      if (!selection) return;
      const lines = cy.edges().filter((e) => this.bundles.get(e.id())?.edges.some((x) => chosen.has(x)) ?? false);
      if (lines.empty() && node.empty()) return;
      cy.elements().addClass('dim');
      lines.removeClass('dim').addClass(selection.kind === 'entity' ? 'near' : 'selected');
      lines.connectedNodes().removeClass('dim');
      if (node.nonempty()) node.removeClass('dim').addClass('selected');
    });
    this.drawNames();
  }

  // Brings an entity to the middle, near enough to read its surroundings.
  async jumpTo(entity: Entity): Promise<void> {
    await this.open();
    const { cy } = this;
    if (!cy) return;
    let node = cy.getElementById(entity.id);
    if (node.empty() && entity.edges.length === 0) {
      this.store.set({ lonely: true });
      node = cy.getElementById(entity.id);
    }
    if (node.empty() || !node.visible()) return;
    cy.zoom(Math.max(cy.zoom(), 1));
    cy.center(node);
  }

  zoom(by: number): void {
    if (!this.cy) return;
    this.cy.zoom({ level: this.cy.zoom() * by, renderedPosition: { x: this.host.clientWidth / 2, y: this.host.clientHeight / 2 } });
  }

  fit(): void {
    const { cy } = this;
    if (!cy) return;
    const shown = cy.elements(':visible');
    if (shown.empty()) return;
    cy.fit(shown, Math.min(70, this.host.clientWidth / 9));
    if (cy.zoom() > 1.5) {
      cy.zoom(1.5);
      cy.center(shown);
    }
  }

  recolour(): void {
    this.colours = readColours();
    this.cy?.style(graphStyle(this.colours, this.many));
    this.drawNames();
  }

  private resized(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    if (!this.cy || width === 0) return;
    const ratio = Math.min(2, devicePixelRatio);
    this.names.width = width * ratio;
    this.names.height = height * ratio;
    this.cy.resize();
    this.drawNames();
  }

  private measurer(context: CanvasRenderingContext2D): (text: string, size: number) => number {
    return (text, size) => {
      const key = `${size} ${text}`;
      let width = this.widths.get(key);
      if (width === undefined) {
        context.font = `${size}px ${this.colours.font}`;
        width = context.measureText(text).width;
        this.widths.set(key, width);
      }
      return width;
    };
  }

  private labelItems(): LabelItem[] {
    const { cy } = this;
    if (!cy) return [];
    const zoom = cy.zoom();
    const pan = cy.pan();
    const { clientWidth: width, clientHeight: height } = this.host;
    const items: LabelItem[] = [];
    const inside = (x: number, y: number): boolean => x > -60 && y > -60 && x < width + 60 && y < height + 60;
    const dimmed = this.store.state.selection !== null;
    const few = cy.nodes().length < 200;
    cy.nodes().forEach((n) => {
      if (n.hasClass('off') || n.hasClass('blank')) return;
      const p = n.position();
      const x = p.x * zoom + pan.x;
      const y = p.y * zoom + pan.y;
      if (!inside(x, y)) return;
      const marked = n.hasClass('hover') || n.hasClass('selected') || n.hasClass('cursor');
      // What is dimmed keeps its name as long as that crowds nobody.
      const faint = dimmed && n.hasClass('dim') && !marked;
      if (faint && !few) return;
      const degree = n.data('degree') as number;
      const name = this.store.model.entities.get(n.id())?.name ?? '';
      items.push({
        text: clip(name, marked ? 60 : 26), x, y, radius: (n.data('size') as number) / 2 * zoom,
        size: Math.min(16, Math.round(11 + 1.2 * Math.log2(1 + degree) * 0.7)), priority: (faint ? 0.001 : 1) * (degree + 1), always: marked, solid: few && !faint, faint,
      });
    });
    // Names of lines, where a line is long enough to carry one.
    if (zoom > 0.45) {
      let most = 160;
      cy.edges().forEach((e) => {
        const strong = e.hasClass('hover') || e.hasClass('selected') || e.hasClass('near');
        if (most === 0 || e.hasClass('dim')) return;
        const bundle = this.bundles.get(e.id());
        if (!bundle || e.source().id() === e.target().id()) return;
        const a = e.source().position();
        const b = e.target().position();
        const length = Math.hypot(a.x - b.x, a.y - b.y) * zoom;
        if (length < 7 * bundle.label.length + 24 && !strong) return;
        const mid = e.midpoint();
        const x = mid.x * zoom + pan.x;
        const y = mid.y * zoom + pan.y;
        if (!inside(x, y)) return;
        most -= 1;
        items.push({ text: bundle.label, x, y, radius: 0, size: 11, priority: strong ? 0.5 : 0.01 * bundle.reports.length });
      });
    }
    return items;
  }

  private drawNames(): void {
    const context = this.names.getContext('2d');
    if (!context || !this.cy || this.host.clientWidth === 0) return;
    const { clientWidth: width, clientHeight: height } = this.host;
    const ratio = this.names.width / width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const most = Math.max(24, Math.round(width * height / 12000));
    context.lineJoin = 'round';
    for (const label of placeLabels(this.labelItems(), this.measurer(context), width, height, most)) {
      const line = label.item.radius === 0;
      context.font = `${label.item.size}px ${this.colours.font}`;
      context.strokeStyle = this.colours.background;
      context.lineWidth = line ? 5 : 3.5;
      context.strokeText(label.item.text, label.x, label.y);
      context.fillStyle = line || label.item.faint ? this.colours.faint : this.colours.ink;
      context.globalAlpha = label.item.faint ? 0.7 : 1;
      context.fillText(label.item.text, label.x, label.y);
      context.globalAlpha = 1;
    }
  }

  // What the export draws: everything that is shown, not only the part in the window.
  drawing(): Drawing | null {
    const context = this.names.getContext('2d');
    if (!this.cy || !context) return null;
    return drawingOf(this.cy, this.store.model, this.bundles, this.colours, this.measurer(context));
  }
}
