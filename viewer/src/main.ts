// Part of dragoman; see LICENSE.
//
// Puts the page together.

import { parseData } from './data';
import { h, plural } from './dom';
import { exportMenu } from './export_menu';
import { FilterPanel } from './filter_panel';
import { GraphView } from './graph_view';
import { makeModel, type Entity, type Model } from './model';
import { Panel } from './panel';
import { SearchIndex } from './search';
import { SearchBox } from './search_box';
import { Store, type View } from './store';
import { TableView } from './table_view';
import { TextView } from './text_view';
import { themeButton } from './theme';
import { TimeSlider } from './time_slider';
import { Tooltip } from './tooltip';

const VIEWS: readonly { view: View; title: string }[] = [
  { view: 'text', title: 'Text' }, { view: 'graph', title: 'Graph' }, { view: 'table', title: 'Table' },
];

function viewOfHash(): View | null {
  return VIEWS.find((v) => `#${v.view}` === location.hash)?.view ?? null;
}

function start(app: HTMLElement, model: Model): void {
  const hasText = model.documents.some((d) => d.text !== null);
  const store = new Store(model, viewOfHash() ?? (hasText ? 'text' : 'graph'));
  document.title = `${model.title} – dragoman`;

  const live = h('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  const say = (text: string): void => {
    live.textContent = text;
  };
  const tooltip = new Tooltip();
  const text = new TextView(store, tooltip);
  const graph = new GraphView(store, say);
  const table = new TableView(store);
  const jump = (entity: Entity): void => {
    store.set({ selection: { kind: 'entity', entity }, view: 'graph' });
    void graph.jumpTo(entity);
  };
  const panel = new Panel(store, jump);
  const filters = new FilterPanel(store, new TimeSlider(store).element);
  const search = new SearchBox(new SearchIndex(model), (hit) => {
    if (hit.kind === 'entity' && store.state.view === 'table') store.set({ selection: { kind: 'entity', entity: hit.entity } });
    else if (hit.kind === 'entity') jump(hit.entity);
    else if (hit.report.place) store.showInText(hit.report);
    else store.set({ selection: { kind: 'report', report: hit.report } });
  });

  // ---- tabs

  const tabs = VIEWS.map(({ view, title }) => h('button', {
    type: 'button', role: 'tab', id: `tab-${view}`, 'aria-controls': `view-${view}`, onclick: () => store.set({ view }),
  }, title));
  const tablist = h('div', {
    class: 'tabs', role: 'tablist', 'aria-label': 'Views', onkeydown: (e: KeyboardEvent) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (step === undefined) return;
      const at = VIEWS.findIndex((v) => v.view === store.state.view);
      const next = VIEWS[(at + step + VIEWS.length) % VIEWS.length];
      if (next) store.set({ view: next.view });
      document.getElementById(`tab-${store.state.view}`)?.focus();
      e.preventDefault();
    },
  }, ...tabs);
  const views = { text: text.element, graph: graph.element, table: table.element };
  for (const { view } of VIEWS) {
    views[view].id = `view-${view}`;
    views[view].setAttribute('role', 'tabpanel');
    views[view].setAttribute('aria-labelledby', `tab-${view}`);
  }

  const filtersButton = h('button', {
    type: 'button', class: 'tool filters-toggle', 'aria-expanded': 'false', 'aria-controls': 'filters', onclick: () => {
      const open = app.classList.toggle('filters-open');
      filtersButton.setAttribute('aria-expanded', String(open));
    },
  }, 'Filters');
  filters.element.id = 'filters';

  const counts = h('p', { class: 'counts' });
  const drawCounts = (): void => {
    const shown = store.visible.length;
    const all = model.reports.length;
    counts.textContent = [
      plural(model.documents.length, 'article'),
      shown === all ? plural(all, 'report') : `${shown.toLocaleString('en')} of ${plural(all, 'report')}`,
    ].join(' · ');
  };
  const showView = (): void => {
    const { view } = store.state;
    for (const v of VIEWS) {
      views[v.view].hidden = v.view !== view;
      const tab = document.getElementById(`tab-${v.view}`);
      tab?.setAttribute('aria-selected', String(v.view === view));
      tab?.setAttribute('tabindex', v.view === view ? '0' : '-1');
    }
    app.dataset.view = view;
    if (viewOfHash() !== view) location.hash = view;
  };

  // A view that draws measures itself, so it must be shown by then.
  store.subscribeFirst((changed) => {
    if (changed.has('view')) showView();
    if (changed.has('filters')) drawCounts();
  });

  app.replaceChildren(
    h('a', { class: 'skip', href: '#main', onclick: (e: Event) => {
      e.preventDefault();
      document.getElementById('main')?.focus();
    } }, 'Skip to the content'),
    h('header', { class: 'top' },
      h('div', { class: 'title' }, h('h1', {}, model.title), counts),
      tablist, search.element,
      h('div', { class: 'top-tools' }, filtersButton, exportMenu(store, graph, say), themeButton(() => graph.recolour()))),
    h('div', { class: 'columns' },
      filters.element,
      h('main', { id: 'main', tabindex: -1 }, text.element, graph.element, table.element, tooltip.element),
      panel.element),
    live);

  document.addEventListener('keydown', (e) => {
    const typing = (e.target as Element).closest('input, textarea, [role=application]') !== null;
    if (e.key === '/' && !typing) {
      search.focus();
      e.preventDefault();
    } else if (e.key === 'Escape' && !(e.target as Element).closest('.search')) {
      store.set({ selection: null });
      app.classList.remove('filters-open');
      filtersButton.setAttribute('aria-expanded', 'false');
    }
  });
  addEventListener('hashchange', () => {
    const view = viewOfHash();
    if (view) store.set({ view });
  });

  showView();
  drawCounts();
  text.show();
  if (store.state.view === 'graph') void graph.open();
  if (store.state.view === 'table') table.draw();
  panel.draw();
}

function message(app: HTMLElement, ...text: string[]): void {
  app.replaceChildren(h('main', { class: 'message' }, h('h1', {}, 'dragoman'), ...text.map((t) => h('p', {}, t))));
}

const app = document.getElementById('app');
const data = document.getElementById('dragoman-data');
if (app) {
  try {
    const raw = parseData(data?.textContent ?? 'null');
    if (raw === null) {
      message(app, 'This is the empty page. "dragoman view article.txt --out article.html" makes one with an article and its graph.');
    } else {
      start(app, makeModel(raw));
    }
  } catch (error) {
    message(app, 'This page cannot be shown.', error instanceof Error ? error.message : String(error));
  }
}
